#include "parse/prompts.h"

#include <catch2/catch.hpp>

namespace runbookc {

TEST_CASE("prompts of many shells are recognised") {
  for (std::string_view line : {"$ ls",
                                "  $ ls",
                                "% ls",
                                "sh-4.4# ls",
                                "bash-5.1$ ls",
                                "user@host:~$ ls",
                                "root@web-1:/var/log# ls",
                                "[root@db ~]# ls",
                                "[ec2-user@ip-10-0-0-1 app]$ ls",
                                "user@host $ ls",
                                "web-1.example.com:~$ ls",
                                "db:/var/log# ls",
                                "╰─$ ls",
                                "❯ ls",
                                "(venv) $ ls",
                                "/ # ls",
                                "> kubectl get pods",
                                "worker$ ls",
                                "(venv)root@h:~# ls",
                                ":~$ ls",
                                "$> ls",
                                "user@host ~ % ls",
                                "db:/tmp # ls",
                                "➜  app git:(main) ✗ ls",
                                "➜  ~ ls",
                                "➜ ls",
                                "/data $ ls",
                                "db-01 $ ls",
                                "laptop      $ ls",
                                "laptop   $ ./x"}) {
    INFO(line);
    CHECK(prompt_size(line) > 0);
  }
}

TEST_CASE("words, comments and redirections are no prompts") {
  for (std::string_view line : {"$HOME/bin/x",
                                "$(date)",
                                "# a comment",
                                "ls",
                                "%1",
                                "",
                                "   ",
                                "> /var/log/app.log",
                                ">> x",
                                "a@b.c",
                                "[ -f x ]",
                                "sh -c 'x'",
                                "user@host:path",
                                "http://x > y",
                                "C:\\Users\\me> dir",
                                "echo $ x",
                                "total    $ 12",
                                "ls    # x",
                                "a    $",
                                "/opt/x # y",
                                "a: b",
                                "worker$"}) {
    INFO(line);
    CHECK(prompt_size(line) == 0);
  }
}

TEST_CASE("prompts of other programs are told from those of shells") {
  for (const auto& [line, language] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"mysql> select 1;", "mysql"},
           {"gpg> trust", "gpg"},
           {"MariaDB [(none)]> show tables;", "mysql"},
           {"shop=# select 1;", "postgresql"},
           {"shop=> select 1;", "postgresql"},
           {"shop-# where 1;", "postgresql"},
           {">>> print(1)", "python"},
           {"redis 127.0.0.1:6379> KEYS *", "redis"},
           {"127.0.0.1:6379[2]> GET a", "redis"},
           {"irb(main):001:0> User.count", "ruby"},
           {"[1] pry(main)> User.count", "ruby"},
           {"template1# select 1;", "postgresql"},
           {"C:\\Users\\me> dir", "cmd.exe"},
           {"PS C:\\> Get-Service", "powershell"},
           {"rs0:PRIMARY> rs.status()", "mongodb"}}) {
    INFO(line);
    CHECK(repl_language(line) == language);
    CHECK(prompt_size(line) == 0);
  }
  for (const std::string_view line : {"$ mysql", "user@host:~$ ls", "A=b", "a >> b", "x=#1",
                                      "host:80> x", "ls", "", "export A=#"})
    CHECK(repl_language(line).empty());
}

TEST_CASE("a prompt ends before the command") {
  CHECK(prompt_size("➜  app git:(main) ✗ ls") == std::string_view("➜  app git:(main) ✗").size());
  CHECK(prompt_size("user@host ~ % ls") == 13);
  CHECK(prompt_size("db:/tmp # ls") == 9);
  CHECK(prompt_size("db-01 $ ls") == 7);
}

}  // namespace runbookc
