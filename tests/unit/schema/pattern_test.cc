#include "schema/pattern.h"

#include <catch2/catch.hpp>

namespace runbookc {
namespace {

bool matches(std::string_view pattern, std::string_view text) {
  const Result<Pattern> compiled = Pattern::compile(pattern);
  INFO(pattern << ": " << (compiled.ok() ? "" : compiled.error().message));
  REQUIRE(compiled.ok());
  return compiled->matches(text);
}

std::string refusal(std::string_view pattern) {
  const Result<Pattern> compiled = Pattern::compile(pattern);
  return compiled.ok() ? "" : compiled.error().message;
}

TEST_CASE("a pattern matches anywhere unless it is anchored") {
  CHECK(matches("b", "abc"));
  CHECK_FALSE(matches("^b", "abc"));
  CHECK(matches("", ""));
}

TEST_CASE("the end is the end, not the place before a last newline") {
  CHECK(matches("^a$", "a"));
  CHECK_FALSE(matches("^a$", "a\n"));
  CHECK_FALSE(matches("^b", "a\nb"));
}

TEST_CASE("white space is what ECMA 262 says it is") {
  for (const char* space : {" ", "\t", "\n", "\v", "\u00a0", "\u2003", "\ufeff", "\u2028"}) {
    CHECK(matches("^\\s$", space));
    CHECK(matches("^[\\s]$", space));
    CHECK_FALSE(matches("^\\S$", space));
    CHECK_FALSE(matches("^[\\S]$", space));
    CHECK_FALSE(matches("^[^\\s]$", space));
  }
  CHECK_FALSE(matches("^\\s$", "\u200b"));
  CHECK(matches("^[\\S]$", "\u200b"));
}

TEST_CASE("digits and words are ASCII") {
  CHECK(matches("^\\d\\w$", "1_"));
  CHECK_FALSE(matches("^\\d$", "\u0967"));
  CHECK_FALSE(matches("^\\w$", "é"));
}

TEST_CASE("escapes of ECMA 262 are understood") {
  CHECK(matches("^\\cC$", "\x03"));
  CHECK(matches("^\\u00e9$", "é"));
  CHECK(matches("^\\uD83D\\uDC32$", "🐲"));
  CHECK(matches("^\\u{1F432}$", "🐲"));
  CHECK(matches("^\\x41$", "A"));
  CHECK(matches("^\\/\\-\\.$", "/-."));
  CHECK(matches("^[\\b]$", "\b"));
  CHECK(matches("^\\p{Letter}\\p{Script=Greek}$", "éλ"));
}

TEST_CASE("named groups and classes are those of ECMA 262") {
  CHECK(matches("^(?<year>[0-9]{4})$", "2026"));
  CHECK(matches("^[[:alpha:]$", "["));
  CHECK(matches("^[^]$", "x"));
  CHECK_FALSE(matches("[]", "x"));
  CHECK_FALSE(matches("^.$", "\n"));
  CHECK(matches("^.$", "🐲"));
}

TEST_CASE("what a linear-time matcher cannot do is refused with the reason") {
  CHECK(refusal("(?=a)").find("looks around") != std::string::npos);
  CHECK(refusal("(?<!a)b").find("looks around") != std::string::npos);
  CHECK(refusal("(a)\\1").find("refers back") != std::string::npos);
  CHECK(refusal("(?<a>b)\\k<a>").find("refers back") != std::string::npos);
}

TEST_CASE("what is no expression is refused") {
  for (const char* pattern :
       {"(", "[a", "a\\", "*", "\\a", "\\x4", "\\u12", "\\c1", "(?i)a", "a{1001}"}) {
    INFO(pattern);
    CHECK_FALSE(refusal(pattern).empty());
  }
}

TEST_CASE("a pattern that is too long is refused before it is read") {
  CHECK(refusal(std::string(Pattern::kMostBytes, 'a')).empty());
  CHECK(refusal(std::string(Pattern::kMostBytes + 1, 'a')) == "it is over 8192 bytes");
}

TEST_CASE("no pattern takes more than linear time") {
  CHECK_FALSE(matches("^(a+)+$", std::string(50'000, 'a') + "!"));
}

}  // namespace
}  // namespace runbookc
