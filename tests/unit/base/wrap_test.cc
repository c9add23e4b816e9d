#include "base/wrap.h"

#include <catch2/catch.hpp>
#include <string>

#include "base/text.h"
#include "base/unicode.h"

namespace runbookc {

TEST_CASE("a paragraph is broken before the eightieth column") {
  std::string paragraph = "word";
  for (int i = 0; i < 100; ++i) paragraph += " word";
  const std::string wrapped = wrap(paragraph);
  for (const std::string_view line : split_lines(wrapped)) {
    CHECK(display_width(line) <= kTextWidth);
    CHECK(display_width(line) > kTextWidth - 6);
    if (line.data() + line.size() > wrapped.data() + 400) break;  // the last one is shorter
  }
  CHECK(collapse_space(wrapped) == paragraph);
}

TEST_CASE("every line is indented, and the indent counts") {
  const std::string wrapped = wrap(std::string(39, 'a') + " " + std::string(39, 'b'), 4);
  CHECK(wrapped == "    " + std::string(39, 'a') + "\n    " + std::string(39, 'b') + "\n");
}

TEST_CASE("a word wider than a line has its own") {
  const std::string wide(100, 'x');
  CHECK(wrap("a " + wide + " b") == "a\n" + wide + "\nb\n");
  CHECK(wrap("") == "\n");
}

TEST_CASE("wide characters count as two columns") {
  std::string text;
  for (int i = 0; i < 30; ++i) text += (i > 0 ? " " : "") + std::string("語語");
  const std::string wrapped = wrap(text);
  for (const std::string_view line : split_lines(wrapped)) CHECK(display_width(line) <= 80);
}

TEST_CASE("paragraphs stay apart") {
  CHECK(wrap_paragraphs("one\n\ntwo") == "one\n\ntwo\n\n");
  CHECK(wrap_paragraphs("").empty());
}

}  // namespace runbookc
