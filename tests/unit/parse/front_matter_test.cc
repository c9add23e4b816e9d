#include "parse/front_matter.h"

namespace runbookc {
namespace {

FrontMatterOutcome read(const SourceFile& file) { return read_front_matter(file, ParseLimits{}); }

FrontMatterOutcome read(std::string_view text) {
  return read(SourceFile("x.md", std::string(text)));
}

std::string body_of(std::string_view text) { return std::string(text.substr(read(text).body)); }

}  // namespace

TEST_CASE("front matter between two lines of dashes is read, the rest is body") {
  const FrontMatterOutcome outcome = read("---\ntitle: A\n---\n# A\n");
  CHECK(outcome.front_matter.present);
  CHECK(outcome.front_matter.valid);
  CHECK(outcome.front_matter.root.find("title")->text == "A");
  CHECK(outcome.front_matter.root.find("title")->span == Span{{2, 8}, {2, 9}});
  CHECK(outcome.front_matter.span == Span{{1, 1}, {3, 4}});
  CHECK(outcome.problems.empty());
  CHECK(body_of("---\ntitle: A\n---\n# A\n") == "# A\n");
  CHECK(body_of("---\r\ntitle: A\r\n---  \r\nx") == "x");
  CHECK(body_of("---\ntitle: A\n---") == "");
}

TEST_CASE("only --- ends front matter, so that nothing after ... is out of sight") {
  const FrontMatterOutcome outcome = read("---\ntitle: T\n...\nowner: y\n---\n# T\n");
  CHECK_FALSE(outcome.front_matter.valid);
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].kind == ProblemKind::front_matter_syntax);
  CHECK(outcome.problems[0].span.start.line == 3);
}

TEST_CASE("empty front matter is valid and holds nothing") {
  const FrontMatterOutcome outcome = read("---\n---\nx");
  CHECK(outcome.front_matter.valid);
  CHECK(outcome.front_matter.root.is_null());
}

TEST_CASE("a document without front matter is all body") {
  CHECK_FALSE(read("# A\n\n---\n").front_matter.present);
  CHECK(body_of("# A\n") == "# A\n");
  CHECK_FALSE(read("----\na: b\n----\n").front_matter.present);
  CHECK_FALSE(read(" ---\na: b\n---\n").front_matter.present);
}

TEST_CASE("front matter may follow a byte-order mark") {
  const FrontMatterOutcome outcome = read("\xEF\xBB\xBF---\na: b\n---\nx");
  CHECK(outcome.front_matter.valid);
  CHECK(body_of("\xEF\xBB\xBFx") == "x");
}

TEST_CASE("front matter that is never closed is a problem and stays in the body") {
  const FrontMatterOutcome outcome = read("---\n# note\ntitle: A\n\n# A\n");
  CHECK(outcome.front_matter.present);
  CHECK_FALSE(outcome.front_matter.valid);
  CHECK(outcome.body == 0);
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].kind == ProblemKind::front_matter_syntax);
  CHECK(outcome.problems[0].message == "the front matter is never closed");
  CHECK(outcome.problems[0].span.start.line == 1);
}

TEST_CASE("a thematic break at the start is no front matter") {
  CHECK(read("---\n\nSome prose.\n").problems.empty());
  CHECK(read("---\n\n# Title\n\ntext\n\n---\n\nmore\n").problems.empty());
  CHECK_FALSE(read("---\n\n# Title\n\ntext\n\n---\n\nmore\n").front_matter.present);
  CHECK(read("---\n").problems.empty());
}

TEST_CASE("invalid front matter is present, and the body starts after it") {
  const FrontMatterOutcome outcome = read("---\na: b: c\n---\nx");
  CHECK(outcome.front_matter.present);
  CHECK_FALSE(outcome.front_matter.valid);
  CHECK(outcome.problems.at(0).span.start == Position{2, 5});
  CHECK(body_of("---\na: b: c\n---\nx") == "x");
}

TEST_CASE("front matter that is no set of pairs is refused") {
  const FrontMatterOutcome outcome = read("---\n- a\n---\n");
  CHECK_FALSE(outcome.front_matter.valid);
  CHECK(outcome.problems.at(0).message.find("not 'key: value' pairs") != std::string::npos);
}

TEST_CASE("a repeated key leaves front matter valid, with its own kind of problem") {
  const FrontMatterOutcome outcome = read("---\na: 1\na: 2\n---\n");
  CHECK(outcome.front_matter.valid);
  CHECK(outcome.problems.at(0).kind == ProblemKind::front_matter_duplicate_key);
  CHECK(outcome.problems.at(0).message == "key 'a' was already given in line 2");
}

TEST_CASE("front matter over a limit is a limit problem") {
  ParseLimits limits;
  limits.front_matter_bytes = 10;
  const FrontMatterOutcome outcome =
      read_front_matter(SourceFile("x", "---\ntitle: long enough\n---\n"), limits);
  CHECK(outcome.problems.at(0).kind == ProblemKind::limit_exceeded);
}

TEST_CASE("what is too much of front matter is said of front matter") {
  std::string many = "---\nvalues:\n";
  for (int i = 0; i < 10'000; ++i) many += "  - 1\n";
  CHECK(read(many + "---\n").problems.at(0).message == "front matter has too many values");
  const std::string deep = "---\ndeep: " + std::string(20, '[') + std::string(20, ']') + "\n---\n";
  CHECK(read(deep).problems.at(0).message == "front matter is nested too deeply");
}

TEST_CASE("of a list that is too long the rest is reported, and not used") {
  ParseLimits limits;
  limits.front_matter_values = 2;
  const SourceFile file("x.md", "---\nalerts: [A, B, C, D]\ntags: [x, y]\n---\n");
  const FrontMatterOutcome outcome = read_front_matter(file, limits);
  CHECK(outcome.front_matter.valid);
  CHECK(outcome.front_matter.root.find("alerts")->items.size() == 2);
  CHECK(outcome.front_matter.root.find("tags")->items.size() == 2);
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].kind == ProblemKind::limit_exceeded);
  CHECK(outcome.problems[0].span.start == Position{2, 16});
}

}  // namespace runbookc
