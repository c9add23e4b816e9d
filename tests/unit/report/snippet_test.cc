#include "report/snippet.h"

#include <catch2/catch.hpp>

#include "base/unicode.h"

namespace runbookc {
namespace {

Snippet snippet_of(const std::string& text, Span span, std::size_t width = 60) {
  return make_snippet(SourceFile("a.md", text), span, width);
}

// The terminal columns of a snippet that are marked, as text: only for one-column characters.
std::string marked(const Snippet& snippet) {
  std::string text = snippet.text;
  const std::string ellipsis = "…";
  if (text.starts_with(ellipsis)) text.replace(0, ellipsis.size(), "~");
  return text.substr(snippet.indent, snippet.underline);
}

}  // namespace

TEST_CASE("a short line is shown whole with its span marked") {
  const Snippet snippet = snippet_of("see [x](y.md) there\n", {{1, 9}, {1, 13}});
  CHECK(snippet.text == "see [x](y.md) there");
  CHECK(marked(snippet) == "y.md");
}

TEST_CASE("what is hidden shows as dots, on the lines that it stands on") {
  const SourceFile source("a.md", "mysql -ps3cretX db\nnext\n");
  const std::vector<Span> hidden = {{{1, 9}, {1, 16}}};
  CHECK(make_snippet(source, {{1, 1}, {1, 6}}, 60, hidden).text == "mysql -p••••••• db");
  CHECK(make_snippet(source, {{2, 1}, {2, 5}}, 60, hidden).text == "next");
  const std::vector<Span> both = {{{1, 15}, {2, 3}}};
  CHECK(make_snippet(source, {{2, 1}, {2, 5}}, 60, both).text == "••xt");
}

TEST_CASE("tabs before the span move the mark by what they show") {
  const Snippet snippet = snippet_of("\t- a\tb", {{1, 6}, {1, 7}});
  CHECK(snippet.text == "    - a b");
  CHECK(marked(snippet) == "b");
}

TEST_CASE("wide characters count as two terminal columns") {
  const Snippet snippet = snippet_of("日本語 x", {{1, 2}, {1, 4}});
  CHECK(snippet.indent == 2);
  CHECK(snippet.underline == 4);
}

TEST_CASE("a long line is cut around its span") {
  std::string line(300, 'a');
  line.append("TARGET").append(300, 'b');
  const Snippet snippet = snippet_of(line, {{1, 301}, {1, 307}});
  CHECK(display_width(snippet.text) <= 60);
  CHECK(snippet.text.starts_with("…"));
  CHECK(snippet.text.ends_with("…"));
  CHECK(marked(snippet) == "TARGET");
}

TEST_CASE("a long line with its span at the start is cut behind only") {
  const Snippet snippet = snippet_of("TARGET" + std::string(300, 'b'), {{1, 1}, {1, 7}});
  CHECK(snippet.text.starts_with("TARGET"));
  CHECK(snippet.text.ends_with("…"));
  CHECK(marked(snippet) == "TARGET");
}

TEST_CASE("a span longer than the window is marked as far as it shows") {
  const Snippet snippet = snippet_of(std::string(500, 'x'), {{1, 100}, {1, 400}});
  CHECK(display_width(snippet.text) <= 60);
  CHECK(snippet.indent + snippet.underline <= 60);
  CHECK(snippet.underline > 20);
}

TEST_CASE("a span over several lines is marked to the end of the first") {
  const Snippet snippet = snippet_of("one two\nthree\n", {{1, 5}, {2, 3}});
  CHECK(snippet.text == "one two");
  CHECK(marked(snippet) == "two");
}

TEST_CASE("an empty span and one past the end of the line have a mark of one column") {
  CHECK(snippet_of("abc", {{1, 2}, {1, 2}}).underline == 1);
  const Snippet past = snippet_of("abc", {{1, 9}, {1, 9}});
  CHECK(past.indent == 3);
  CHECK(past.underline == 1);
  CHECK(snippet_of("", {{1, 1}, {1, 1}}).underline == 1);
}

TEST_CASE("control characters and runner commands in the line are shown, not obeyed") {
  const Snippet snippet = snippet_of("\x1b[2J ##[error]x", {{1, 15}, {1, 16}});
  CHECK(snippet.text.find('\x1b') == std::string::npos);
  CHECK(snippet.text.find("##[") == std::string::npos);
  CHECK(marked(snippet) == "x");
}

TEST_CASE("a snippet at every column of a long mixed line keeps its mark in the window") {
  std::string line;
  for (int i = 0; i < 120; ++i) line += i % 3 == 0 ? "日" : (i % 3 == 1 ? "\t" : "x");
  const SourceFile file("a.md", line);
  for (std::uint32_t column = 1; column <= 121; ++column) {
    const Snippet snippet = make_snippet(file, {{1, column}, {1, column + 1}}, 40);
    CAPTURE(column, snippet.text);
    CHECK(display_width(snippet.text) <= 40);
    CHECK(snippet.indent + snippet.underline <= 40);
  }
}

}  // namespace runbookc
