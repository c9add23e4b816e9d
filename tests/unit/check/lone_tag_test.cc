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
        "see `kubectl -n a` for <x>", "the client/server pair <x>", "a - <x>", "a -- <x>"}) {
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

TEST_CASE("A long line is looked at near the tag and at its start only") {
  const std::string far(1000000, 'a');
  CHECK(is_lone("grep " + far + " <x>"));
  CHECK_FALSE(is_lone("$ " + far + " <x>"));
  CHECK_FALSE(is_lone(far + " grep <x>"));
}

}  // namespace runbookc
