#include "corpus/codeowners.h"

#include <catch2/catch.hpp>

namespace runbookc::test {
namespace {

CodeOwners parse(const std::string& text) { return CodeOwners(SourceFile("CODEOWNERS", text)); }

// Whether a file of this one pattern says something about the path.
bool matches(const std::string& pattern, const std::string& path) {
  return parse(pattern + " @a\n").match(path) != kNone;
}

}  // namespace

TEST_CASE(
    "a pattern without a slash matches in any folder, and what lies in a folder of that name") {
  CHECK(matches("*", "a/b.md"));
  CHECK(matches("*.md", "a/b.md"));
  CHECK_FALSE(matches("*.md", "a/b.txt"));
  CHECK(matches("db", "x/db/a.md"));
  CHECK(matches("db", "x/db"));
  CHECK(matches("db/", "x/db/a/b.md"));
  CHECK_FALSE(matches("db/", "x/db"));
  CHECK_FALSE(matches("db", "x/dba/a.md"));
  CHECK(matches("d?", "x/db/a.md"));
}

TEST_CASE("a slash in front or between anchors the pattern to the root") {
  CHECK(matches("/db", "db/a.md"));
  CHECK_FALSE(matches("/db", "x/db/a.md"));
  CHECK(matches("/db/", "db/a/b.md"));
  CHECK(matches("db/x", "db/x/a.md"));
  CHECK_FALSE(matches("db/x", "y/db/x/a.md"));
  CHECK(matches("/db/*.md", "db/a.md"));
  CHECK_FALSE(matches("/db/*.md", "db/x/a.md"));
  CHECK(matches("/d*/x", "db/x/y/a.md"));
}

TEST_CASE("a star alone at the end means the files of that folder only, two mean all below") {
  CHECK(matches("docs/*", "docs/a.md"));
  CHECK_FALSE(matches("docs/*", "docs/x/a.md"));
  CHECK(matches("docs/**", "docs/x/a.md"));
  CHECK(matches("**/logs", "build/logs/a.md"));
  CHECK(matches("**/logs", "logs/a.md"));
  CHECK(matches("a/**/b.md", "a/b.md"));
  CHECK(matches("a/**/b.md", "a/x/y/b.md"));
  CHECK(matches("**", "a/b.md"));
}

TEST_CASE("letter case counts in a path, and braces are plain characters") {
  CHECK_FALSE(matches("/DB/", "db/a.md"));
  CHECK(matches("/{a,b}/", "{a,b}/c.md"));
  CHECK(matches("/{a}/*.md", "{a}/c.md"));
  CHECK_FALSE(matches("/{a,b}/*.md", "a/c.md"));
}

TEST_CASE("an escaped space belongs to the pattern") {
  CHECK(matches("/on\\ call/", "on call/a.md"));
  CHECK(matches("/on\\ call/*.md", "on call/a.md"));
  CHECK_FALSE(matches("/on\\ call/", "on/a.md"));
}

TEST_CASE("lines that GitHub refuses count for nothing") {
  CHECK_FALSE(matches("!/a.md", "a.md"));
  CHECK_FALSE(matches("\\#a.md", "#a.md"));
  CHECK_FALSE(matches("[ab].md", "a.md"));
  CHECK(parse("* @a\n/x.md nobody\n").match("x.md") == 0);
  CHECK(parse("* @a\n/x.md @\n").match("x.md") == 0);
  CHECK(matches(std::string(2000, 'a') + "*", "a.md") == false);
  CHECK(parse("[Docs] @a\n").lines().empty());
}

TEST_CASE("the last match wins, whatever the kind of pattern, and comments are left out") {
  const CodeOwners owners = parse(
      "# who reviews what\n"
      "*       @all   # everything\n"
      "\n"
      "/db/    @dba dba@example.com\r\n"
      "*.txt   @writers\n"
      "/db/x.txt\n");
  REQUIRE(owners.lines().size() == 4);
  const auto line_of = [&](std::string_view path) { return owners.lines()[owners.match(path)]; };
  CHECK(line_of("a.md").line == 2);
  CHECK(line_of("a.md").owners.size() == 1);
  CHECK(line_of("db/a.md").line == 4);
  CHECK(line_of("db/a.md").owners[1].value == "dba@example.com");
  CHECK(line_of("db/a.md").owners[0].span == Span{{4, 9}, {4, 13}});
  CHECK(line_of("db/a.txt").line == 5);
  CHECK(line_of("db/x.txt").line == 6);
  CHECK(line_of("db/x.txt").owners.empty());
}

TEST_CASE("many patterns with wildcards are refused rather than tried on every document") {
  std::string text;
  for (int i = 0; i < 4096; ++i) text += "/a" + std::to_string(i) + "*/ @a\n";
  CHECK(parse(text).fault().empty());
  CHECK_FALSE(parse(text + "x* @a\n").fault().empty());
  CHECK(parse(text + "x* @a\n").match("x/y.md") == kNone);
}

TEST_CASE("the file in .github comes before that at the root and that in docs") {
  std::map<std::string, std::string, std::less<>> files = {
      {"docs/CODEOWNERS", "* @c\n"}, {"CODEOWNERS", "* @b\n"}, {".github/CODEOWNERS", "* @a\n"}};
  CHECK(find_codeowners(MemoryFiles(files)).owners.path() == ".github/CODEOWNERS");
  files.erase(".github/CODEOWNERS");
  CHECK(find_codeowners(MemoryFiles(files)).owners.path() == "CODEOWNERS");
  files.erase("CODEOWNERS");
  CHECK(find_codeowners(MemoryFiles(files)).owners.path() == "docs/CODEOWNERS");
  files.clear();
  CHECK_FALSE(find_codeowners(MemoryFiles(files)).owners.exists());
}

TEST_CASE("a file over 3 MB is not read, and says so") {
  const std::string big = "* @a\n" + std::string(kMaxCodeOwnersBytes, '#');
  const CodeOwnersFile file = find_codeowners(MemoryFiles({{"CODEOWNERS", big}}));
  CHECK(file.owners.fault() == "it is larger than 3 MB");
  CHECK(file.owners.match("a.md") == kNone);
}

}  // namespace runbookc::test
