#include "git/diff_output.h"

#include <catch2/catch.hpp>

namespace runbookc::test {
namespace {

using namespace std::string_literals;

// A change as `git diff --raw -z` prints it, up to the paths.
std::string raw(const std::string& before, const std::string& status) {
  return ":100644 100644 " + before + " 0000 " + status + "\0"s;
}

}  // namespace

TEST_CASE("names and their status are read, renames with both names") {
  const ChangeSet changes =
      read_raw_diff(raw("a1", "M") + "a.md\0"s + raw("00", "A") + "new\n.md\0"s + raw("d1", "D") +
                    "gone.md\0"s + raw("b1", "R086") + "old.md\0b.md\0"s + raw("c1", "R100") +
                    "was.md\0c.md\0"s + raw("11", "T") + "link\0"s);
  REQUIRE(changes.files.size() == 5);
  CHECK_FALSE(changes.find("a.md")->whole);
  CHECK(changes.find("new\n.md")->whole);
  CHECK(changes.find("b.md")->whole);  // until its hunks are known
  CHECK(changes.find("b.md")->renamed_from == "old.md");
  CHECK_FALSE(changes.find("b.md")->only_renamed);
  CHECK_FALSE(changes.find("c.md")->whole);
  CHECK(changes.find("c.md")->only_renamed);
  CHECK(changes.find("link")->whole);
  CHECK(changes.deleted == std::set<std::string, std::less<>>{"gone.md", "old.md", "was.md"});
  CHECK(changes.deleted_texts == std::map<std::string, std::string, std::less<>>{
                                     {"gone.md", "d1"}, {"old.md", "b1"}, {"was.md", "c1"}});
  CHECK(changes.find("d.md") == nullptr);
}

TEST_CASE("output that is cut short is read as far as it goes") {
  CHECK(read_raw_diff("").files.empty());
  CHECK(read_raw_diff(raw("a1", "M")).files.empty());
  CHECK(read_raw_diff(raw("a1", "R100") + "a\0"s).files.empty());
  CHECK(read_raw_diff("M\0a.md\0"s).files.empty());
  CHECK(read_patch("+++ b/a.md\n@@ -1,3 +1 @@\n-x").at("a.md").at(0).removed ==
        std::vector<std::string>{"x"});
}

TEST_CASE("hunks are read with their lines, by the new name") {
  const auto hunks = read_patch(
      "diff --git a/a.md b/a.md\nindex 1..2 100644\n--- a/a.md\n+++ b/a.md\n"
      "@@ -2 +2,2 @@ heading\n-old\n+new\n+newer\n"
      "@@ -9,2 +9,0 @@\n--- a/x\n-+++ b/y\n\\ No newline at end of file\n"
      "diff --git \"a/\\303\\234 b.md\" \"b/\\303\\234 b.md\"\n"
      "--- \"a/\\303\\234 b.md\"\n+++ \"b/\\303\\234 b.md\"\n@@ -0,0 +1 @@\n++++ b/z.md\n"
      "diff --git a/c d.md b/c d.md\n--- a/c d.md\t\n+++ b/c d.md\t\n@@ -1 +1 @@\n-a\n+b\n");
  REQUIRE(hunks.size() == 3);
  const std::vector<Hunk>& first = hunks.at("a.md");
  REQUIRE(first.size() == 2);
  CHECK(first[0] == Hunk{2, 1, 2, 2, {"old"}, {"new", "newer"}});
  CHECK(first[1] == Hunk{9, 2, 9, 0, {"-- a/x", "+++ b/y"}, {}});
  CHECK(hunks.at("Ü b.md").at(0).added == std::vector<std::string>{"+++ b/z.md"});
  CHECK(hunks.contains("c d.md"));
}

TEST_CASE("the lines of a deleted file are read by its old name") {
  const auto hunks = read_patch(
      "diff --git a/a.md b/a.md\ndeleted file mode 100644\nindex 1..0\n--- a/a.md\n+++ /dev/null\n"
      "@@ -1,2 +0,0 @@\n-one\n-two\n");
  CHECK(hunks.at("a.md").at(0).removed == std::vector<std::string>{"one", "two"});
}

TEST_CASE("quoted paths are decoded") {
  CHECK(unquoted_path("a b.md") == "a b.md");
  CHECK(unquoted_path("\"a\\\"b\\\\c\\n\\t\\303\\234\"") == "a\"b\\c\n\tÜ");
  CHECK(unquoted_path("\"") == "\"");
  CHECK(unquoted_path("\"a\\\"") == "a\\");
}

TEST_CASE("what lies in an untracked repository is new") {
  ChangeSet changes;
  changes.new_folders = {"vendor/docs"};
  REQUIRE(changes.find("vendor/docs/a.md") != nullptr);
  CHECK(changes.find("vendor/docs/a.md")->whole);
  CHECK(changes.find("vendor/docs.md") == nullptr);
}

}  // namespace runbookc::test
