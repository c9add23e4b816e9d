#include "parse/session.h"

#include <catch2/catch.hpp>

#include "parse/risk_data.h"

namespace runbookc {
namespace {

using Texts = std::vector<std::string>;

const RiskTable& table() {
  static const Result<RiskTable> shipped = load_risk_table();
  REQUIRE(shipped);
  return *shipped;
}

Texts texts(std::string_view text, const RootPrompts& root = {}) {
  Texts found;
  const auto session = read_session(text, root);
  REQUIRE(session);
  for (const SessionCommand& command : *session) found.push_back(command.text);
  return found;
}

}  // namespace

TEST_CASE("each command of a session has its own comments and output") {
  const auto session =
      read_session("# look\n$ kubectl get pods\nNAME  READY\nweb   1/1\n\n$ date\nMon\n");
  REQUIRE(session);
  REQUIRE(session->size() == 2);
  CHECK(session->at(0) ==
        SessionCommand{"kubectl get pods", {{1, 2}}, {"# look"}, {"NAME  READY", "web   1/1"}});
  CHECK(session->at(1) == SessionCommand{"date", {{5, 2}}, {}, {"Mon"}});
}

TEST_CASE("lines that continue a command belong to it, without their prompts") {
  CHECK(texts("$ kubectl get pods \\\n>   -n x \\\n    -o wide\nNAME\n") ==
        Texts{"kubectl get pods \\\n  -n x \\\n    -o wide"});
  CHECK(texts("$ echo 'a\nb'\nout\n") == Texts{"echo 'a\nb'"});
  CHECK(texts("$ cat <<EOF > x\nline $ 1\nEOF\n$ ls\n") ==
        Texts{"cat <<EOF > x\nline $ 1\nEOF", "ls"});
  CHECK(texts("$ ps |\n  grep x\nout") == Texts{"ps |\n  grep x"});
  CHECK(texts("$ for i in a b; do\n>   echo $i\n> done\na\nb\n") ==
        Texts{"for i in a b; do\n  echo $i\ndone"});
  CHECK(texts("$ for i in a b; do\n  echo $i\ndone\n$ ls\n") ==
        Texts{"for i in a b; do\n  echo $i\ndone", "ls"});
}

TEST_CASE("in a session of arrows, an arrow begins a command or continues one") {
  CHECK(texts("> kubectl get pods\nNAME\n> kubectl get \\\n>   svc\n> date\n") ==
        Texts{"kubectl get pods", "kubectl get \\\n  svc", "date"});
  const auto session = read_session("$ diff a b\n> new line\n$ ls\n");
  REQUIRE(session);
  CHECK(session->at(0).output == Texts{"> new line"});
}

TEST_CASE("a command that is never complete ends at the next prompt") {
  CHECK(texts("$ echo don't\nout\n$ ls\n") == Texts{"echo don't\nout", "ls"});
  CHECK(texts("$ echo )\nout\n$ ls\n") == Texts{"echo )", "ls"});
}

TEST_CASE("an apostrophe in a comment opens no quote, and a prompt alone is no command") {
  CHECK(texts("$ ls # don't\nout\n") == Texts{"ls # don't"});
  CHECK(texts("$ ls\n$\n$ \n") == Texts{"ls"});
}

TEST_CASE("a script without prompts is no session") {
  CHECK_FALSE(read_session("# $ not a prompt\nls\n$ ls\n"));
  CHECK_FALSE(read_session("$HOME/bin/run\n"));
  CHECK_FALSE(read_session(""));
}

TEST_CASE("a session of many open arrows is read in linear time") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "> echo '\n";
  REQUIRE(read_session(text));
  std::string unclosed = "> (\n";
  for (int i = 0; i < 20000; ++i) unclosed += "> ( x\n";
  REQUIRE(read_session(unclosed));
}

TEST_CASE("output ends where another program is typed into") {
  const auto outputs = [](std::string_view text) {
    const auto session = read_session(text, {&table(), false});
    REQUIRE(session);
    std::vector<Texts> found;
    for (const SessionCommand& command : *session) found.push_back(command.output);
    return found;
  };
  CHECK(outputs("$ psql shop\npsql (14)\n\nshop=# SELECT 1;\n 1\n$ date\nMon\n") ==
        std::vector<Texts>{{"psql (14)"}, {"Mon"}});
  CHECK(outputs("$ redis-cli\n127.0.0.1:6379> DEL a\n") == std::vector<Texts>{{}});
  CHECK(outputs("> gpg --edit-key a\n# then\ngpg> trust\n") == std::vector<Texts>{{}});
  CHECK(outputs("$ kubectl delete pod \\ \n  web-0\ngone\n") == std::vector<Texts>{{"gone"}});
}

TEST_CASE("a sentence of the author in a session may lead to a command without a prompt") {
  const RootPrompts known{&table(), false};
  const auto session = read_session(
      "$ git log\nabc\nTo name yourself, run the following line:\n\ngit config user.name Ann\n",
      known);
  REQUIRE(session);
  REQUIRE(session->size() == 2);
  CHECK(session->at(0).output == Texts{"abc"});
  CHECK(session->at(1).text == "git config user.name Ann");
  CHECK(session->at(1).comments == Texts{"To name yourself, run the following line:"});
  CHECK(texts("$ kubeadm init\nTo start using your cluster, run this:\n\n  mkdir -p x\n", known) ==
        Texts{"kubeadm init"});
  CHECK(texts("$ git status\nChanges not staged for commit here:\n\nfoo bar\n", known) ==
        Texts{"git status"});
}

TEST_CASE("a backslash at the end of what was printed opens no command") {
  CHECK(texts("> echo $((1<<2))\no\\\n> ls\n") == Texts{"echo $((1<<2))", "ls"});
  CHECK(texts("> echo $((1<<2)) \\\n> b\n> ls\n") == Texts{"echo $((1<<2)) \\\nb", "ls"});
}

TEST_CASE("a comment before a prompt describes its command") {
  const auto session = read_session(
      "$ oc get vmi\n\n# look at the node\n$ oc get node\nNAME\n\n# delete it\n  # now\n$ oc "
      "delete "
      "vmi a\n# done\n");
  REQUIRE(session);
  REQUIRE(session->size() == 3);
  CHECK(session->at(0).output.empty());
  CHECK(session->at(1).comments == Texts{"# look at the node"});
  CHECK(session->at(1).output == Texts{"NAME"});
  CHECK(session->at(2).comments == Texts{"# delete it", "# now"});
  CHECK(session->at(2).output.empty());
}

TEST_CASE("root's prompt is told from a comment by what stands behind it") {
  const RootPrompts known{&table(), false};
  const RootPrompts session{&table(), true};
  CHECK(texts("$ sudo -i\n# systemctl restart web\n# then look\nok\n# systemctl status web\n",
              known) == Texts{"sudo -i", "systemctl restart web", "systemctl status web"});
  CHECK(texts("$ oc debug node/a\n# chroot /host\n", known) ==
        Texts{"oc debug node/a", "chroot /host"});
  CHECK(texts("# systemctl reboot\n", session) == Texts{"systemctl reboot"});
  CHECK(texts("# ls -l /tmp\ntotal 24K\n# df -h\n", known) == Texts{"ls -l /tmp", "df -h"});
  CHECK_FALSE(read_session("# systemctl reboot\n", known));
  CHECK_FALSE(read_session("# systemctl reboot\nls -l /tmp\n", known));
  CHECK_FALSE(read_session("# restart the node\n", session));
  CHECK_FALSE(read_session("# docker runtime\ndocker ps\n# crictl runtime\ncrictl ps\n", session));
  CHECK_FALSE(read_session("# systemctl reboot\n"));
  CHECK(texts("$ ls\n# systemctl reboot\n", session) == Texts{"ls"});
}

TEST_CASE("commands before the first prompt belong to the session, if all are whole") {
  const RootPrompts known{&table(), false};
  CHECK(texts("export A=\"x\"\nkubectl exec -it web sh\n\n$ ls\nout\n", known) ==
        Texts{"export A=\"x\"", "kubectl exec -it web sh", "ls"});
  CHECK_FALSE(read_session("cat <<EOF\n$ x\nEOF\n", known));
  CHECK_FALSE(read_session("kubectl get \\\n  pods\n$ ls\n", known));
  CHECK_FALSE(read_session("fernctl get\n$ ls\n", known));
}

}  // namespace runbookc
