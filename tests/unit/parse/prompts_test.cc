#include "parse/prompts.h"

namespace runbookc {

TEST_CASE("prompts of many shells are recognised") {
  for (std::string_view line :
       {"$ ls", "  $ ls", "% ls", "sh-4.4# ls", "bash-5.1$ ls", "user@host:~$ ls",
        "root@web-1:/var/log# ls", "[root@db ~]# ls", "[ec2-user@ip-10-0-0-1 app]$ ls",
        "user@host $ ls", "╰─$ ls", "❯ ls", "(venv) $ ls", "/ # ls", "C:\\Users\\me> dir",
        "> kubectl get pods"}) {
    INFO(line);
    CHECK(prompt_size(line) > 0);
  }
}

TEST_CASE("words, comments and redirections are no prompts") {
  for (std::string_view line :
       {"$HOME/bin/x", "$(date)", "# a comment", "ls", "%1", "", "   ", "> /var/log/app.log",
        ">> x", "a@b.c", "[ -f x ]", "sh -c 'x'", "user@host:path", "http://x > y"}) {
    INFO(line);
    CHECK(prompt_size(line) == 0);
  }
}

TEST_CASE("a session's commands, comments and output are told apart") {
  const auto session =
      read_session("# look\n$ kubectl get pods\nNAME  READY\nweb   1/1\n\n$ date\nMon\n");
  REQUIRE(session);
  CHECK(session->commands == std::vector<std::string>{"kubectl get pods", "date"});
  CHECK(session->comments == std::vector<std::string>{"# look"});
  CHECK(session->output == std::vector<std::string>{"NAME  READY", "web   1/1", "", "Mon"});
  CHECK(session->first_line == 1);
  CHECK(session->last_line == 5);
}

TEST_CASE("lines that continue a command belong to it") {
  const auto session = read_session("$ kubectl get pods \\\n>   -n x \\\n    -o wide\nNAME\n");
  REQUIRE(session);
  CHECK(session->commands ==
        std::vector<std::string>{"kubectl get pods \\\n  -n x \\\n    -o wide"});
  CHECK(session->output == std::vector<std::string>{"NAME"});
  const auto quoted = read_session("$ echo 'a\nb'\nout\n");
  REQUIRE(quoted);
  CHECK(quoted->commands == std::vector<std::string>{"echo 'a\nb'"});
  const auto here = read_session("$ cat <<EOF > x\nline $ 1\nEOF\n$ ls\n");
  REQUIRE(here);
  CHECK(here->commands == std::vector<std::string>{"cat <<EOF > x\nline $ 1\nEOF", "ls"});
  const auto piped = read_session("$ ps |\n  grep x\nout");
  REQUIRE(piped);
  CHECK(piped->commands == std::vector<std::string>{"ps |\n  grep x"});
}

TEST_CASE("an apostrophe in a comment opens no quote") {
  const auto session = read_session("$ ls # don't\nout\n");
  REQUIRE(session);
  CHECK(session->commands.size() == 1);
  CHECK(session->output == std::vector<std::string>{"out"});
}

TEST_CASE("a script without prompts is no session") {
  CHECK_FALSE(read_session("# $ not a prompt\nls\n$ ls\n"));
  CHECK_FALSE(read_session("$HOME/bin/run\n"));
  CHECK_FALSE(read_session(""));
}

}  // namespace runbookc
