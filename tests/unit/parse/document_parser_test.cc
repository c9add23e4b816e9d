#include "parse/document_parser.h"

#include "base/digest.h"

namespace runbookc {
namespace {

Document parse(std::string_view text, const ParseOptions& options = {}) {
  return parse_document(SourceFile("content/x.md", std::string(text)), "x.md", options);
}

std::vector<ProblemKind> kinds(const Document& document) {
  std::vector<ProblemKind> out;
  for (const Problem& problem : document.problems) out.push_back(problem.kind);
  return out;
}

using Kinds = std::vector<ProblemKind>;

}  // namespace

TEST_CASE("a document carries its path, hash and number of lines") {
  const Document document = parse("# A\n\ntext\n");
  CHECK(document.path == "content/x.md");
  CHECK(document.content_path == "x.md");
  CHECK(document.source_hash == sha256_hex("# A\n\ntext\n"));
  CHECK(document.line_count == SourceFile("x", "# A\n\ntext\n").line_count());
  CHECK(document.problems.empty());
  CHECK(document.sections.size() == 1);
}

TEST_CASE("front matter and body are both read, with places in the file") {
  const Document document = parse("---\ntitle: A\n---\n\n# A\n");
  CHECK(document.front_matter.valid);
  REQUIRE(document.sections.size() == 1);
  CHECK(document.sections[0].span.start.line == 5);
}

TEST_CASE("a file over the limit is present, empty and diagnosed") {
  ParseOptions options;
  options.limits.document_bytes = 10;
  const Document document = parse("# A long title\n", options);
  CHECK(kinds(document) == Kinds{ProblemKind::file_too_large});
  CHECK(document.blocks.empty());
  CHECK_FALSE(document.source_hash.empty());
}

TEST_CASE("an empty file is diagnosed, also one of white space") {
  CHECK(kinds(parse("")) == Kinds{ProblemKind::empty_file});
  CHECK(kinds(parse(" \n\n")) == Kinds{ProblemKind::empty_file});
  CHECK(kinds(parse("x")).empty());
}

TEST_CASE("bad bytes are one problem at the first, and the rest is still checked") {
  const Document document = parse("# T\n\nx \x92 y \x93\n\n## B\u200B\n");
  REQUIRE(document.problems.size() == 2);
  CHECK(document.problems[0].kind == ProblemKind::not_utf8);
  CHECK(document.problems[0].message == "2 bytes are not UTF-8, the first is 0x92");
  CHECK(document.problems[0].span == Span{{3, 3}, {3, 4}});
  CHECK(document.problems[1].kind == ProblemKind::invisible_character);
  CHECK(document.problems[1].span.start == Position{5, 5});
  CHECK(document.sections.size() == 2);
}

TEST_CASE("UTF-16 is named") {
  CHECK(parse(std::string("\xFF\xFE#\0", 4)).problems.at(0).message ==
        "the file is UTF-16, not UTF-8");
}

TEST_CASE("a file of nothing but bad bytes is parsed within the limit") {
  ParseOptions options;
  options.limits.document_bytes = 100;
  CHECK(parse(std::string(100, '\xFF'), options).problems.at(0).kind == ProblemKind::not_utf8);
}

TEST_CASE("text problems inside fences count") {
  const Document document = parse("```sh\necho \"‚úÖ\"\nkube\u200Bctl get\n```\n");
  CHECK(kinds(document) == Kinds{ProblemKind::mojibake, ProblemKind::invisible_character});
}

TEST_CASE("a byte-order mark is a problem and does not hide front matter") {
  const Document document = parse("\xEF\xBB\xBF---\ntitle: A\n---\n\n# A\n");
  CHECK(kinds(document) == Kinds{ProblemKind::invisible_character});
  CHECK(document.front_matter.valid);
}

TEST_CASE("the text after front matter that is never closed is not lost") {
  const Document document = parse("---\ntitle: A\n\n# A\n\n## B\n");
  CHECK(kinds(document) == Kinds{ProblemKind::front_matter_syntax});
  CHECK(document.sections.size() >= 2);
}

}  // namespace runbookc
