#include "check/lone_tag.h"

#include <catch2/catch.hpp>
#include <string>

namespace runbookc {
namespace {

bool is_lone(const std::string& line) {
  const std::size_t begin = line.find("<x>");
  REQUIRE(begin != std::string::npos);
  return is_lone_tag(line, begin, begin + 3);
}

}  // namespace

TEST_CASE("A tag that is a word of its own stands alone") {
  for (const char* line :
       {"<x>", "Drain the node <x> first.", "Drain <x>.", "the node (<x>), then", "- on <x>",
        "> Drain <x>", "1. Restart <x>: it comes back", "# Restart <x>", "| 1 | <x> |",
        "see `kubectl -n a` for <x>", "the client/server pair <x>", "a - <x>", "a -- <x>",
        "Run `kubectl get pods`.\n\nDrain <x>", "- kubectl get pods\n- drain <x>",
        "Drain <x>\n- kubectl", "Drain <x>\n\n    kubectl get", "| kubectl |\n| <x> |",
        "Make sure that <x> is up"}) {
    CAPTURE(line);
    CHECK(is_lone(line));
  }
}

TEST_CASE("A tag that touches more than white space and punctuation does not") {
  for (const char* line : {"imageName=<x>", "/var/log/ceph/<x>", "foo<x>", "<x>bar", "<x>/conf",
                           "<x>-1", "<x>.log", "<x>:8080", "http:<x>", "$<x>", "\"<x>\"", "'<x>'",
                           "@<x>", "<y><x>", "<x><y>", "<x>=1", "*.<x>", "<x>'s", "\u2014<x>"}) {
    CAPTURE(line);
    CHECK_FALSE(is_lone(line));
  }
}

TEST_CASE("A tag on a line that holds a part of a command before it does not") {
  for (const char* line :
       {"grep <x>", "Run grep <x> there", "- kubectl drain <x>", "$ restart <x>", "> $ restart <x>",
        "1. [root@db ~]# restart <x>", "tool --name <x>", "tool -n <x>", "./run <x>", "run.sh <x>",
        "A=1 tool <x>", "tool $HOME <x>", "mytool /etc <x>", "(ssh <x>)"}) {
    CAPTURE(line);
    CHECK_FALSE(is_lone(line));
  }
}

TEST_CASE("A tag in a paragraph that holds a part of a command anywhere does not") {
  for (const char* text : {"run kubectl delete pod\n<x> -n prod",
                           "kubectl\\\n<x> y",
                           "Deploy <x> --now please",
                           "Drain <x>,\nthen kubectl get it",
                           "**kubectl get pod <x> now**",
                           "\"kubectl get <x> now\"",
                           "|kubectl get <x> |",
                           "Kubectl get <x>",
                           "sudo<br>kubectl get <x>",
                           "git\u00a0push <x>",
                           "`kubectl get` <x>",
                           "<x> `-o yaml`",
                           "cd <x>",
                           "npm test <x>",
                           "KEY: <x>",
                           "{ \"a\": <x> }",
                           "SELECT * FROM t_<y> or <x>",
                           "https://x.y/ <x>",
                           "> kubectl\n> <x>",
                           "$ restart\n<x>"}) {
    CAPTURE(text);
    CHECK_FALSE(is_lone(text));
  }
}

TEST_CASE("Code before a tag stays code, however long") {
  const std::string code = "`" + std::string(440, 'a') + "`";
  CHECK(is_lone(code + " of <x>"));
  CHECK_FALSE(is_lone(code + " kubectl get <x>"));
}

TEST_CASE("A tag in a very long paragraph does not") {
  const std::string far(1000000, 'a');
  CHECK_FALSE(is_lone("far " + far + " <x>"));
  CHECK_FALSE(is_lone("<x> " + far));
  CHECK(is_lone(far + "\n\n<x>\n\n" + far));
}

}  // namespace runbookc
