#include "base/path.h"

#include <catch2/catch.hpp>

using namespace runbookc;

TEST_CASE("paths resolve from a folder, or from the root after a slash") {
  CHECK(resolve_path("a/b", "../c.md") == "a/c.md");
  CHECK(resolve_path("a/b", "./d//e/.") == "a/b/d/e");
  CHECK(resolve_path("a/b", "/x.md") == "x.md");
  CHECK(resolve_path("", "x/../y.md") == "y.md");
  CHECK(resolve_path("a", "..") == "");
  CHECK(resolve_path("a", "") == "a");
  CHECK(resolve_path("a", "b/") == "a/b");
  CHECK(resolve_path("a/b", "../../c/d.md") == "c/d.md");
  CHECK(resolve_path("a/b", "../") == "a");
  CHECK(resolve_path("a/b", "../.c/d") == "a/.c/d");
  CHECK(resolve_path("a/./b//", "../c") == "a/c");
  CHECK(resolve_path("a/b", "../c/../d") == "a/d");
}

TEST_CASE("a path that leaves the root resolves to nothing") {
  CHECK_FALSE(resolve_path("", ".."));
  CHECK_FALSE(resolve_path("a", "../../a/b"));
  CHECK_FALSE(resolve_path("a/b", "../../../c"));
  CHECK_FALSE(resolve_path("a", "/../b"));
}

TEST_CASE("no path holds a NUL") {
  CHECK_FALSE(resolve_path("", std::string_view("a\0b", 3)));
  CHECK_FALSE(resolve_path(std::string_view("\0", 1), "b"));
}

TEST_CASE("paths come apart at the last slash and dot") {
  CHECK(parent_path("a/b.md") == "a");
  CHECK(parent_path("b.md").empty());
  CHECK(file_name("a/b.md") == "b.md");
  CHECK(file_name("b.md") == "b.md");
  CHECK(file_extension("a.x/b.tar.gz") == ".gz");
  CHECK(file_extension("a.x/b").empty());
  CHECK(file_extension("a/.gitignore").empty());
}

TEST_CASE("join adds a slash only where both sides are there") {
  CHECK(join_path("a", "b") == "a/b");
  CHECK(join_path("", "b") == "b");
  CHECK(join_path("a", "") == "a");
}

TEST_CASE("inside means the folder itself or below it") {
  CHECK(is_inside("a/b", "a"));
  CHECK(is_inside("a", "a"));
  CHECK(is_inside("a", ""));
  CHECK_FALSE(is_inside("ab", "a"));
  CHECK_FALSE(is_inside("a", "a/b"));
}

TEST_CASE("a relative path leads from a folder to its goal") {
  CHECK(relative_path("a/b", "a/c.md") == "../c.md");
  CHECK(relative_path("", "a/c.md") == "a/c.md");
  CHECK(relative_path("a", "a/c.md") == "c.md");
  CHECK(relative_path("a/b/c", "x.md") == "../../../x.md");
  CHECK(relative_path("a/b", "a/b") == ".");
  CHECK(relative_path("a/b", "a/bc") == "../bc");
  CHECK(relative_path("a/bc", "a/b") == "../b");
  CHECK(relative_path("a/b", "a") == "..");
  CHECK(relative_path("a/b/c", "") == "../../..");
  CHECK(relative_path("", "") == ".");
  CHECK(relative_path("", "a") == "a");
}

TEST_CASE("a relative path is that of the names that paths lead to") {
  CHECK(relative_path("./a/", "a//c.md") == "c.md");
  CHECK(relative_path("a/../b", "b/./c.md") == "c.md");
  CHECK(relative_path(".github", ".github/x.md") == "x.md");
  CHECK(relative_path(".github", ".githubs/x.md") == "../.githubs/x.md");
}

TEST_CASE("a relative path leads from every folder to every file") {
  std::vector<std::string> paths = {"", "a", "aa", "b"};
  for (std::size_t i = 1; i < 30; ++i) {
    for (const char* name : {"a", "aa", "b"}) paths.push_back(join_path(paths[i], name));
  }
  for (const std::string& from : paths) {
    for (const std::string& to : paths) {
      CAPTURE(from, to);
      CHECK(resolve_path(from, relative_path(from, to)) == to);
    }
  }
}

TEST_CASE("percent-decoding leaves malformed escapes") {
  CHECK(percent_decode("a%20b%C3%a9") == "a b\xc3\xa9");
  CHECK(percent_decode("100%") == "100%");
  CHECK(percent_decode("%4") == "%4");
  CHECK(percent_decode("%zz%41") == "%zzA");
}

TEST_CASE("percent-encoding keeps what a path may hold") {
  CHECK(percent_encode_path("a/b-c_d.~e") == "a/b-c_d.~e");
  CHECK(percent_encode_path("a b#c?d%") == "a%20b%23c%3Fd%25");
  CHECK(percent_encode_path("\xc3\xa9<\">") == "%C3%A9%3C%22%3E");
  CHECK(percent_encode_path("javascript:x") == "javascript%3Ax");
}

TEST_CASE("the ending of a path is the first of a list that it has, case ignored") {
  const std::vector<std::string> endings = {".book.md", ".md"};
  CHECK(without_ending("a/b.MD", endings) == "a/b");
  CHECK(without_ending("a/b.book.md", endings) == "a/b");
  CHECK(without_ending("a/v1.2.md", endings) == "a/v1.2");
  CHECK(without_ending("a/b.txt", endings) == "a/b.txt");
  CHECK(without_ending(".md", endings) == ".md");
  CHECK(without_ending("a.md", {}) == "a.md");
}
