#include "base/text.h"

#include <catch2/catch.hpp>

using namespace runbookc;

TEST_CASE("trimming takes ASCII white space off either end or both") {
  CHECK(trim(" \t a b \r\n") == "a b");
  CHECK(trim_start("  a ") == "a ");
  CHECK(trim_end("  a ") == "  a");
  CHECK(trim(" \n ").empty());
  CHECK(trim("").empty());
  CHECK(trim("\xc2\xa0x") == "\xc2\xa0x");
}

TEST_CASE("lower_ascii leaves bytes above ASCII alone") {
  CHECK(lower_ascii("AbZ[\xc3\x84") == "abz[\xc3\x84");
}

TEST_CASE("comparison ignoring case knows ASCII only") {
  CHECK(equals_ignoring_case("Warning", "wARNING"));
  CHECK_FALSE(equals_ignoring_case("warn", "warning"));
  CHECK_FALSE(equals_ignoring_case("\xc3\x84", "\xc3\xa4"));
}

TEST_CASE("splitting yields one piece more than there are separators") {
  using Pieces = std::vector<std::string_view>;
  CHECK(split("a,b,,c,", ',') == Pieces{"a", "b", "", "c", ""});
  CHECK(split("", ',') == Pieces{""});
}

TEST_CASE("lines end at LF, CRLF and a lone CR") {
  using Pieces = std::vector<std::string_view>;
  CHECK(split_lines("a\nb\r\nc\rd") == Pieces{"a", "b", "c", "d"});
  CHECK(split_lines("a\n\n") == Pieces{"a", ""});
  CHECK(split_lines("\r\n\n\r") == Pieces{"", "", ""});
  CHECK(split_lines("").empty());
}

TEST_CASE("join puts the separator between pieces only") {
  const std::vector<std::string> pieces = {"a", "b", "c"};
  CHECK(join(pieces, ", ") == "a, b, c");
  CHECK(join({}, ", ").empty());
}

TEST_CASE("replace_all does not look at what it has put in") {
  CHECK(replace_all("aXbX", "X", "XX") == "aXXbXX");
  CHECK(replace_all("aaa", "aa", "b") == "ba");
  CHECK(replace_all("abc", "", "x") == "abc");
}

TEST_CASE("collapse_space makes runs of white space one space") {
  CHECK(collapse_space("  a \t\n b  ") == "a b");
  CHECK(collapse_space(" \n").empty());
  CHECK(collapse_space("").empty());
  for (const char* spaced : {"a b", " a b", "a b ", "a  b", "a\tb", "a\rb", "\va\fb\n"})
    CHECK(collapse_space(spaced) == "a b");
  CHECK(collapse_space("na\u00EFve \u2014 text") == "na\u00EFve \u2014 text");
}

TEST_CASE("escape_html covers text and double-quoted attributes") {
  CHECK(escape_html("<a href=\"x\">&'") == "&lt;a href=&quot;x&quot;&gt;&amp;'");
  CHECK(escape_html("plain\tand\n") == "plain\tand\n");
  CHECK(escape_html("\x1b[31m\x07") == "\uFFFD[31m\uFFFD");
}

TEST_CASE("count_of knows English plurals") {
  CHECK(count_of(1, "error") == "1 error");
  CHECK(count_of(3, "error") == "3 errors");
  CHECK(count_of(0, "entry") == "0 entries");
  CHECK(count_of(2, "day") == "2 days");
  CHECK(count_of(2, "match") == "2 matches");
}
