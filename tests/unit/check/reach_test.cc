#include "check/reach.h"

#include <catch2/catch.hpp>

#include "parse/document_parser.h"

namespace runbookc {
namespace {

// The first and last line of the section around `line`.
std::pair<std::uint32_t, std::uint32_t> lines(const std::string& text, std::uint32_t line) {
  const SourceFile source("a.md", text);
  const Span span = section_lines(parse_document(source, "a.md", {}), {line, 1});
  return {span.start.line, span.end.line};
}

using Lines = std::pair<std::uint32_t, std::uint32_t>;

}  // namespace

TEST_CASE("a section reaches from its heading over its subsections to the next one's heading") {
  const std::string text = "Intro.\n\n# A\n\ntext\n\n## B\n\ntext\n\n## C\n\ntext\n";
  CHECK(lines(text, 1) == Lines{1, 3});
  CHECK(lines(text, 3) == Lines{3, 14});
  CHECK(lines(text, 7) == Lines{7, 11});
  CHECK(lines(text, 9) == Lines{7, 11});
  CHECK(lines(text, 13) == Lines{11, 14});
  CHECK(lines("no heading\n", 1) == Lines{1, 2});
}

}  // namespace runbookc
