#include "fix/unified_diff.h"

#include <catch2/catch.hpp>

namespace runbookc {
namespace {

std::string hunks(std::string_view before, std::string_view after) {
  const std::string diff = unified_diff("x", before, after);
  const std::size_t start = diff.find("@@");
  return start == std::string::npos ? diff : diff.substr(start);
}

TEST_CASE("equal texts have no diff") { CHECK(unified_diff("a.md", "a\n", "a\n").empty()); }

TEST_CASE("a change stands between three lines of context") {
  CHECK(unified_diff("d/a.md", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") ==
        "--- a/d/a.md\n+++ b/d/a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
}

TEST_CASE("changes with up to six lines between them share a hunk") {
  const std::string near = hunks("a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n");
  CHECK(near.find("@@", 3) == near.rfind("@@"));
  const std::string far = hunks("a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n");
  CHECK(far.find("@@ -6,4 +6,4 @@") != std::string::npos);
}

TEST_CASE("insertions and removals count their own lines") {
  CHECK(hunks("", "a\n") == "@@ -0,0 +1 @@\n+a\n");
  CHECK(hunks("a\n", "") == "@@ -1 +0,0 @@\n-a\n");
  CHECK(hunks("a\nb\n", "a\nx\nb\n") == "@@ -1,2 +1,3 @@\n a\n+x\n b\n");
}

TEST_CASE("a missing final line feed is told of") {
  CHECK(hunks("a\nb", "a\nc") ==
        "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n"
        "\\ No newline at end of file\n");
  CHECK(hunks("a", "a\n") == "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
}

TEST_CASE("CRLF and any other byte stay in the line") {
  CHECK(hunks("a\r\n\xff\x1b\n", "b\r\n\xff\x1b\n") == "@@ -1,2 +1,2 @@\n-a\r\n+b\r\n \xff\x1b\n");
}

TEST_CASE("names are written as git writes them") {
  CHECK(unified_diff("a b.md", "1\n", "2\n").starts_with("--- a/a b.md\t\n+++ b/a b.md\t\n"));
  CHECK(unified_diff("ü\n\".md", "1\n", "2\n").starts_with("--- \"a/\\303\\274\\012\\\".md\"\n"));
}

TEST_CASE("texts that differ in thousands of lines are replaced as a whole") {
  std::string before;
  std::string after;
  for (int i = 0; i < 3000; ++i) {
    before += "old " + std::to_string(i) + "\n";
    after += "new " + std::to_string(i) + "\n";
  }
  CHECK(hunks("same\n" + before, "same\n" + after).starts_with("@@ -1,3001 +1,3001 @@\n same\n-"));
}

}  // namespace
}  // namespace runbookc
