#include "shell/risk.h"

#include <catch2/catch.hpp>

#include "parse/risk_data.h"
#include "shell/standard_input.h"
#include "shell_commands.h"

namespace runbookc {
namespace {

const RiskTable& shipped() {
  static const Result<RiskTable> table = load_risk_table();
  REQUIRE(table);
  return *table;
}

RiskVerdict judge(std::string_view text) {
  return judge_risk(shell_commands(text), {shipped(), shell_commands, {}});
}

Risk risk(std::string_view text) { return judge(text).risk; }
std::string reason(std::string_view text) { return judge(text).reason; }

}  // namespace

TEST_CASE("the worst part of a command decides") {
  CHECK(risk("kubectl get pods | grep web | wc -l") == Risk::read);
  CHECK(risk("kubectl get pods | fernctl x") == Risk::unknown);
  CHECK(risk("fernctl x | xargs kubectl delete deploy") == Risk::destroy);
  CHECK(risk("fernctl x && systemctl restart web") == Risk::mutate);
  CHECK(risk("kubectl get pod $(rm -rf /srv/data)") == Risk::destroy);
  CHECK(reason("kubectl scale deploy/web --replicas=0; redis-cli FLUSHALL") ==
        "deletes every key of every database");
}

TEST_CASE("an unknown is worse than a reading and better than a change") {
  CHECK(is_worse(Risk::unknown, Risk::read));
  CHECK(is_worse(Risk::mutate, Risk::unknown));
  CHECK(is_worse(Risk::destroy, Risk::mutate));
  CHECK_FALSE(is_worse(Risk::read, Risk::read));
}

TEST_CASE("commands are followed through what runs them") {
  CHECK(risk("sudo -u postgres psql -c 'DROP TABLE t'") == Risk::destroy);
  CHECK(risk("ssh db-1 'rm --one-file-system=x /srv'") == Risk::destroy);
  CHECK(risk("sudo A=b C_2=d rm x") == Risk::destroy);
  CHECK(risk("ssh db-1 'sudo rm -rf /var/lib/x'") == Risk::destroy);
  CHECK(risk("kubectl exec -n shop redis-0 -- redis-cli FLUSHALL") == Risk::destroy);
  CHECK(risk("kubectl exec -it db-0 -- bash -c 'psql -c \"DELETE FROM t\"'") == Risk::destroy);
  CHECK(risk("timeout 10 env A=b nice -n 5 rm -rf /srv") == Risk::destroy);
  CHECK(risk("find / -name '*.gz' -exec rm {} \\;") == Risk::destroy);
  CHECK(risk("watch -n 5 kubectl get pods") == Risk::read);
  CHECK(risk("docker compose exec db psql -c 'select 1'") == Risk::read);
  CHECK(risk("oc debug node/n1 -- chroot /host systemctl restart kubelet") == Risk::mutate);
  CHECK(judge("sudo kubectl exec x -- ls").programs ==
        std::vector<std::string>{"sudo", "kubectl", "ls"});
}

TEST_CASE("programs are those that a reader needs, each once and by name") {
  const auto programs = [](std::string_view text) { return judge(text).programs; };
  using Names = std::vector<std::string>;
  CHECK(programs("psql -c 'DROP TABLE t' > out.txt") == Names{"psql"});
  CHECK(programs("cd /srv && echo x | tee y | tee z") == Names{"tee"});
  CHECK(programs("/usr/bin/psql -l; ./deploy.sh; psql -l") == Names{"psql", "./deploy.sh"});
  CHECK(programs("mongosh --eval 'db.a.drop()'; : > x") == Names{"mongosh"});
  CHECK(programs("$CMD x").empty());
}

TEST_CASE("any words are judged") {
  const std::vector<std::string> pieces = {
      "kubectl", "sudo", "-n", "--", "exec", "psql",  "-c",  "'DROP",  "TABLE", "t'", "$X", "|",
      "xargs",   "ssh",  ">",  "&&", "find", "-exec", "\\;", "delete", "''",    "=",  "-",  "sh"};
  std::uint32_t random = 1;
  for (int round = 0; round < 3'000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      random = random * 1'664'525 + 1'013'904'223;
      text += pieces[(random >> 16) % pieces.size()] + " ";
    }
    INFO(text);
    const RiskVerdict verdict = judge(text);
    CHECK((verdict.risk == Risk::read || !verdict.reason.empty()));
    CHECK(verdict.scripts.empty());
  }
}

TEST_CASE("what is opened and not shown is unknown") {
  CHECK(risk("kubectl exec -it web-0 -- bash") == Risk::unknown);
  CHECK(judge("kubectl exec -it web-0 -- bash").interactive);
  CHECK(risk("ssh db-1") == Risk::unknown);
  CHECK(risk("./deploy.sh prod") == Risk::unknown);
  CHECK(risk("curl -s https://x.example.com/install | sh") == Risk::unknown);
  CHECK(reason("fernctl wipe") == "runs 'fernctl', which is not known");
  CHECK(reason("/opt/x/fernctl wipe") == "runs 'fernctl', which is not known");
  CHECK(reason(std::string(100, 'x')) == "runs a program that is not known");
}

TEST_CASE("text that is fed to a program is judged") {
  CHECK(risk("echo 'DROP TABLE t;' | psql shop") == Risk::destroy);
  CHECK(risk("psql shop <<EOF\nselect 1;\nEOF\n") == Risk::read);
  CHECK(risk("psql shop <<EOF\ndelete from t;\nEOF\n") == Risk::destroy);
  CHECK(risk("bash <<EOF\nrm -rf /srv\nEOF\n") == Risk::destroy);
  CHECK(risk("ssh db-1 'bash -s' <<EOF\nrm -rf /srv\nEOF\n") == Risk::destroy);
  CHECK(risk("ssh db-1 <<EOF\nsystemctl stop x\nEOF\n") == Risk::mutate);
  CHECK(risk("psql shop < schema.sql") == Risk::unknown);
  CHECK_FALSE(judge("psql shop < schema.sql").interactive);
  CHECK(risk("redis-cli <<< 'flushdb'") == Risk::destroy);
}

TEST_CASE("words that are not written out are not guessed") {
  CHECK(risk("$CMD --force") == Risk::unknown);
  CHECK(risk("kubectl $VERB pods") == Risk::unknown);
  CHECK(risk("kubectl delete $KIND web") == Risk::destroy);
  CHECK(risk("kubectl get $KIND web") == Risk::read);
  CHECK(risk("systemctl restart $SERVICE") == Risk::mutate);
  CHECK(risk("cp $FROM $TO") == Risk::mutate);
  CHECK(risk("cp hba.conf.$(date +%F) /srv") == Risk::mutate);
  CHECK(risk("redis-cli $ARGS") == Risk::unknown);
  CHECK(risk("systemctl $ACTION web") == Risk::unknown);
  CHECK(risk("aws s3 $ACTION s3://b") == Risk::unknown);
}

TEST_CASE("redirections write files") {
  CHECK(risk("echo x > out.txt") == Risk::mutate);
  CHECK(risk("echo x >> out.txt") == Risk::mutate);
  CHECK(risk("echo x > /dev/sda") == Risk::destroy);
  CHECK(risk("echo x > /etc/hosts") == Risk::mutate);
  CHECK(risk("cp x /etc/hosts") == Risk::mutate);
  CHECK(risk("echo x | tee /etc/hosts") == Risk::mutate);
  CHECK(risk("echo x > /etc/passwd") == Risk::destroy);
  CHECK(risk("cp x /etc/passwd") == Risk::destroy);
  CHECK(risk("echo x | tee /etc/passwd") == Risk::destroy);
  CHECK(risk("> /etc/hosts") == Risk::destroy);
  CHECK(risk("ls > /dev/null 2>&1") == Risk::read);
  CHECK(risk("ls &> /dev/null") == Risk::read);
  CHECK(risk("ls >&2") == Risk::read);
  CHECK(risk("ls >& all.log") == Risk::mutate);
  CHECK(risk("wc -l < in.txt") == Risk::read);
  CHECK(risk("> /var/log/app.log") == Risk::destroy);
  CHECK(risk(": > \"$LOG\"") == Risk::destroy);
  CHECK(risk("true >> /var/log/app.log") == Risk::mutate);
  CHECK(risk(": > /dev/null") == Risk::read);
  CHECK(risk(": > /etc/passwd") == Risk::destroy);
}

TEST_CASE("what a compound redirects is written") {
  CHECK(risk("{ date; } > out.txt") == Risk::mutate);
  CHECK(risk("for f in a; do cat $f; done >> all.txt") == Risk::mutate);
  CHECK(risk("(date) > /etc/passwd") == Risk::destroy);
  CHECK(risk("while read x; do echo $x; done < in.txt") == Risk::read);
  CHECK(judge("{ date; } > out.txt").programs == std::vector<std::string>{"date"});
}

TEST_CASE("assignments, moves and tests read") {
  for (const char* text : {"A=b", "export A=b", "cd /srv", "test -f x", "[ -f x ]", "true", ":"})
    CHECK(risk(text) == Risk::read);
  CHECK(risk("A=$(fernctl x)") == Risk::unknown);
  CHECK(judge("cd /srv").programs.empty());
}

TEST_CASE("help and rehearsals only read") {
  CHECK(risk("kubectl delete --help") == Risk::read);
  CHECK(risk("rm --version") == Risk::read);
  CHECK(risk("eksctl create cluster --version 1.29") == Risk::mutate);
  CHECK(risk("rsync -avn --delete a b") == Risk::read);
  CHECK(risk("kubectl exec x -- rm -rf /srv --help") == Risk::read);
  CHECK(risk("terraform plan") == Risk::read);
}

TEST_CASE("what waits and what never ends is told") {
  CHECK(judge("tail -f x").blocking);
  CHECK_FALSE(judge("timeout 30 tail -f x").blocking);
  CHECK_FALSE(judge("timeout 30 sh -c 'tail -f x'").blocking);
  CHECK(judge("ls | xargs tail -f").blocking);
  CHECK(judge("psql shop").interactive);
  CHECK_FALSE(judge("psql shop < x.sql").interactive);
  CHECK(judge("read -p 'Sure? ' answer").interactive);
  CHECK_FALSE(judge("echo x | read -p y answer").interactive);
  CHECK_FALSE(judge("read -r line").interactive);
  CHECK(judge("apt install x").interactive);
  CHECK_FALSE(judge("yes | apt install x").interactive);
  CHECK_FALSE(judge("echo y | sudo apt install x").interactive);
  CHECK_FALSE(judge("echo n | apt install x").interactive);
  CHECK(judge("ls | apt install x").interactive);
  CHECK(judge("$EDITOR x").interactive);
  CHECK(judge("$EDITOR x").programs.empty());
}

TEST_CASE("what follows an image or a limit belongs to the inner command") {
  CHECK(risk("docker run web:1 --version") == Risk::mutate);
  CHECK(risk("docker exec web rm --help") == Risk::read);
  CHECK(risk("timeout 5 rm -rf x") == Risk::destroy);
  CHECK(risk("kubectl exec web-0 -c app -- rm x") == Risk::destroy);
}

TEST_CASE("a password at once after its option is no cluster of options") {
  CHECK(judge("mysql -psecret shop").interactive);
  CHECK(risk("mysql -psecret -e 'select 1'") == Risk::read);
  CHECK_FALSE(judge("mysql -psecret -e 'select 1'").interactive);
  CHECK(judge("mysql -p -e 'select 1'").interactive);
}

TEST_CASE("functions of the same script are what their bodies are") {
  RiskVerdict body;
  body.risk = Risk::destroy;
  body.reason = "deletes files";
  const RiskContext context{shipped(), shell_commands, {{"cleanup", {body}}}};
  CHECK(judge_risk(shell_commands("cleanup now"), context).reason == "deletes files");
  CHECK(judge_risk(shell_commands("cleanups now"), context).risk == Risk::unknown);
}

TEST_CASE(
    "a program that is not written out is at least unknown, and what it may be if that is worse") {
  for (const char* text :
       {"$SUDO rm -rf /x", "${SUDO:-sudo} rm -rf /x", "$KUBECTL delete ns x", "A=rm; $A -rf /x",
        "$(true) rm -rf /x", "`true` rm x", "A='kubectl delete'; $A ns x", "$A $B rm -rf /x",
        "sudo $A rm x", "$(which rm) x", "\"${RM}\" -f x"})
    CHECK(risk(text) == Risk::destroy);
  for (const char* text : {"$KUBECTL get pods", "A=ls; $A", "$A", "$A ls", "$A -rf /x"})
    CHECK(risk(text) == Risk::unknown);
  CHECK(judge("$A rm x").programs.empty());
  CHECK_FALSE(judge("$A psql").interactive);
}

TEST_CASE("a made-up program is not listed") {
  CHECK(judge("sudo -- -rf /x").programs == std::vector<std::string>{"sudo"});
}

TEST_CASE("a file is emptied by what prints nothing") {
  for (const char* text : {"echo -n > /srv/x", "printf '' > /srv/x", "cat /dev/null > /srv/x",
                           "echo '' > /srv/x", ": > /srv/x"})
    CHECK(reason(text) == "empties a file");
  for (const char* text :
       {"echo > /srv/x", "echo -n x > /srv/x", "printf '%s' x > /srv/x", "cat /dev/null >> /srv/x"})
    CHECK(risk(text) == Risk::mutate);
}

TEST_CASE("a file that is opened for both ways may be written") {
  CHECK(risk("cat x <> /dev/sda 1>&0") == Risk::destroy);
  CHECK(risk("exec 3<> /dev/tcp/db/5432") == Risk::read);
}

TEST_CASE("a script that a substitution prints is followed") {
  CHECK(risk("sh -c \"$(cat <<'EOF'\nrm -rf /x\nEOF\n)\"") == Risk::destroy);
  CHECK(risk("ssh h \"$(cat <<'EOF'\nrm -rf /x\nEOF\n)\"") == Risk::destroy);
  CHECK(risk("eval \"$(echo rm -rf /x)\"") == Risk::destroy);
  CHECK(risk("bash <<< \"$(printf 'rm x')\"") == Risk::destroy);
}

TEST_CASE("a client of a database that calls the shell is followed there") {
  CHECK(risk("psql shop <<'E'\nselect 1;\n\\! rm -rf /x\nE\n") == Risk::destroy);
  CHECK(risk("psql -c '\\! ls'") == Risk::read);
}

TEST_CASE("nobody waits for what runs in the background") {
  CHECK_FALSE(judge("tail -f x &").blocking);
  CHECK_FALSE(judge("nohup tail -f x > y 2>&1 &").blocking);
  CHECK_FALSE(judge("bash -c 'tail -f x' &").blocking);
  CHECK(judge("tail -f x & tail -f y").blocking);
  CHECK(judge("while true; do ls; sleep 5; done").blocking);
  CHECK(judge("ssh h 'while true; do ls; sleep 5; done'").blocking);
  CHECK_FALSE(judge("timeout 60 bash -c 'while true; do ls; done'").blocking);
}

TEST_CASE("without a reader scripts are handed back") {
  const RiskVerdict verdict = judge_risk(shell_commands("ssh db-1 'rm x'"), {shipped(), {}, {}});
  CHECK(verdict.risk == Risk::unknown);
  CHECK(verdict.scripts == std::vector<std::string>{"rm x"});
}

TEST_CASE("commands that all read one text are followed as far as a text of its length") {
  const auto many = [](const std::string& piece) {
    std::string text;
    while (text.size() < 20'000) text += piece;
    return text;
  };
  const std::string document = " <<E\n" + many("ls x\n") + "E\n";
  const std::string text = GENERATE_COPY(
      "bash <<E\n" + many("bash\n") + "E\n", "bash -c '" + many("bash;") + "'" + document,
      "find . " + many("-exec sh \\; ") + document, "sh -c '" + many("psql;") + "'" + document,
      "xargs bash" + document + many("| xargs bash "),
      "bash -c '" + many("sh -c sh; ") + "'" + document);
  std::size_t read = 0;
  const auto counting = [&](std::string_view script) {
    read += script.size();
    return shell_commands(script);
  };
  judge_risk(shell_commands(text), {shipped(), counting, {}});
  CAPTURE(text.substr(0, 20));
  CHECK(read > 0);
  CHECK(read <= 16 * text.size() + 512);
}

TEST_CASE("what is over the text that is followed is unknown, and what was seen before counts") {
  const RiskContext context{
      .table = shipped(),
      .read_script = shell_commands,
      .functions = {
          {"a", {.alias = shell_commands("bash -c 'ls " + std::string(200, 'x') + "'")}}}};
  std::string calls;
  for (int i = 0; i < 20; ++i) calls += "a; ";
  CHECK(judge_risk(shell_commands("a; a"), context).risk == Risk::read);
  CHECK(judge_risk(shell_commands(calls), context).reason == "runs more text than is followed");
  CHECK(judge_risk(shell_commands(calls + "rm x"), context).risk == Risk::destroy);
}

TEST_CASE("stages of a pipeline hand a text on without a copy") {
  const auto inputs = standard_inputs(shell_commands("cat <<E | cat | cat | sh\na b c\nE\n"));
  REQUIRE(inputs.size() == 4);
  REQUIRE(inputs[0].text != nullptr);
  CHECK(*inputs[0].text == "a b c\n");
  for (const StandardInput& input : inputs) CHECK(input.text == inputs[0].text);
}

TEST_CASE("commands within commands end, however deep") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "sudo ";
  CHECK(reason(deep + "rm x") == "is wrapped too deeply to follow");
  std::string evals = "eval ";
  for (int i = 0; i < 2'000; ++i) evals += "eval ";
  CHECK(risk(evals + "rm x") == Risk::unknown);
  CHECK(risk("rm " + std::string(200'000, '-')) == Risk::destroy);
}

TEST_CASE("what runs unseen is told, whatever else a command does") {
  const std::string text =
      GENERATE("touch a; sudo $X -rf /x", "touch a; eval \"$X\"", "touch a; xargs $X < b",
               ". <(echo rm -rf /x)", "awk 'BEGIN{system(\"rm\")}'", "git -c alias.x='!rm' x",
               "git -c core.pager='rm x' log", "ssh -o ProxyCommand='rm x' db ls",
               "bash <(echo ls)", "curl x | bash", "hash -p /x ls", "enable -f ./x y",
               "LD_PRELOAD=x ls", "python3 -c 'import os'", "kubectl $VERB pods");
  CAPTURE(text);
  CHECK(judge(text).unseen);
  CHECK(judge(text).risk != Risk::read);
}

TEST_CASE("what is too deep to follow is unseen") {
  std::string wrapped;
  for (int i = 0; i < 20; ++i) wrapped += "sudo ";
  std::string evaluated;
  for (int i = 0; i < 18; ++i) evaluated += "eval ";
  CHECK(judge("touch a; " + wrapped + "rm -rf /x").unseen);
  CHECK(judge("touch a; " + evaluated + "rm -rf /x").unseen);
}

TEST_CASE("what is written out is seen") {
  const std::string text =
      GENERATE("rm -rf /x", "sudo kubectl get pods", "[ -f x ] && ls", "echo $X", "eval 'ls $X'",
               "./deploy.sh", "fernctl x", "git -c core.pager=cat log", "source ./env.sh");
  CAPTURE(text);
  CHECK_FALSE(judge(text).unseen);
}

TEST_CASE("text on standard input is followed where it is named as a file") {
  CHECK(risk("source /dev/stdin <<< 'rm -rf /x'") == Risk::destroy);
  CHECK(risk("bash /dev/stdin <<< 'rm -rf /x'") == Risk::destroy);
}

TEST_CASE("escapes in ANSI-C quotes hide nothing") {
  CHECK(risk(R"($'\162m' -rf /x)") == Risk::destroy);
  CHECK(risk(R"(bash -c $'\162m -rf /x')") == Risk::destroy);
  CHECK(risk(R"(eval $'rm\x20-rf\x20/x')") == Risk::destroy);
}

TEST_CASE("a text whose function starts itself without end destroys") {
  CHECK(risk("bash -c ':(){ :|:& };:'") == Risk::destroy);
  CHECK(risk("bash -c 'f() { g | h & }; f'") != Risk::destroy);
}

}  // namespace runbookc
