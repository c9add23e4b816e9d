#include "search/script_text.h"

#include <catch2/catch.hpp>

#include "base/unicode.h"

using namespace runbookc;

namespace {

std::string literal(std::string_view text) {
  std::string out;
  append_script_string(out, text);
  return out;
}

bool reads(std::string_view text) {
  ScriptReader reader(text);
  reader.string();
  return reader.at_end();
}

}  // namespace

TEST_CASE("a literal is ASCII, and ends no script") {
  CHECK(literal("a\"b\\c\nd") == R"("a\"b\\c\nd")");
  CHECK(literal("</script>") == R"("\u003c/script>")");
  CHECK(literal("\x01\x7f") == R"("\u0001\u007f")");
  CHECK(literal("ä€\xf0\x9f\x94\xa5") == R"("\u00e4\u20ac\ud83d\udd25")");
  CHECK(literal("a\xff") == R"("a\ufffd")");
}

TEST_CASE("a literal reads back as the text that it was") {
  for (const std::string text :
       {"", "plain", "a\"\\\n\t</x>", "ä€\xf0\x9f\x94\xa5 \xe2\x80\xa8", "\x01"}) {
    CAPTURE(text);
    const std::string written = literal(text);
    ScriptReader reader(written);
    CHECK(reader.string() == text);
    CHECK(reader.at_end());
  }
}

TEST_CASE("text that is no literal fails to read") {
  for (const std::string_view text :
       {"", "a", "\"", "\"a", "\"\\x41\"", "\"\\u12\"", "\"\\u00zz\"", "\"\\ud800\"",
        "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"ä\"", "\"<\"", "\"a\nb\"", "\"\\", "\"a\" b"}) {
    CAPTURE(text);
    CHECK_FALSE(reads(text));
  }
}

TEST_CASE("numbers over 32 bits and lists that go on fail") {
  CHECK(ScriptReader("4294967295").number() == 4294967295U);
  for (const std::string_view text : {"4294967296", "-1", "x", "", "99999999999999999999999"}) {
    CAPTURE(text);
    ScriptReader reader(text);
    CHECK(reader.number() == 0);
    CHECK(reader.failed());
  }
  for (const std::string_view text : {"[", "[\"a\"", "[\"a\",", "[\"a\",]", "[,]", "[1]"}) {
    CAPTURE(text);
    ScriptReader reader(text);
    reader.strings();
    CHECK(reader.failed());
  }
}
