#include "base/unicode.h"

#include <catch2/catch.hpp>

using namespace runbookc;

namespace {

std::string utf8(char32_t code_point) {
  std::string text;
  append_utf8(text, code_point);
  return text;
}

}  // namespace

TEST_CASE("every code point survives encoding and decoding") {
  std::size_t wrong = 0;
  for (char32_t c = 0; c <= 0x10ffff; c += c < 0x3000 ? 1 : 17) {
    if (c >= 0xd800 && c <= 0xdfff) continue;
    const std::string text = utf8(c);
    const CodePoint decoded = decode_utf8(text);
    if (decoded.value != c || decoded.size != text.size() || !is_valid_utf8(text)) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("invalid UTF-8 is found where it starts") {
  struct Case {
    std::string bytes;
    std::size_t offset;
  };
  const auto [bytes, offset] = GENERATE(values<Case>({
      {"\x80", 0},                   // stray continuation
      {"a\xc3", 1},                  // cut short
      {"ab\xc0\xaf", 2},             // overlong
      {"\xe0\x9f\xbf", 0},           // overlong
      {"\xf0\x8f\xbf\xbf", 0},       // overlong
      {"x\xed\xa0\x80", 1},          // surrogate
      {"\xf4\x90\x80\x80", 0},       // above U+10FFFF
      {"\xf5\x80\x80\x80", 0},       // no lead byte
      {"0123456789abcdef\xff", 16},  // after whole words of ASCII
      {"\xc3\xa9\xe2\x82\xac\xf0\x9f\x94\x81\xfe", 9},
  }));
  CAPTURE(bytes);
  CHECK(find_invalid_utf8(bytes) == offset);
  CHECK_FALSE(is_valid_utf8(bytes));
}

TEST_CASE("valid UTF-8 has nothing invalid") {
  CHECK_FALSE(find_invalid_utf8(""));
  CHECK_FALSE(find_invalid_utf8("plain ASCII, longer than a word of the machine"));
  CHECK_FALSE(find_invalid_utf8("\xc3\xa9\xed\x9f\xbf\xee\x80\x80\xf4\x8f\xbf\xbf"));
}

TEST_CASE("ASCII ends at 0x7f") {
  CHECK(is_ascii(""));
  CHECK(is_ascii("0123456789abcdef\x7f"));
  CHECK_FALSE(is_ascii("0123456789abcdef\x80"));
  CHECK_FALSE(
      is_ascii("\xc3\xa9"
               "0123456789abcdef"));
}

TEST_CASE("each maximal invalid part becomes one replacement character") {
  const std::string r = "\xef\xbf\xbd";
  CHECK(replace_invalid_utf8("a\xf0\x9f\x94z") == "a" + r + "z");
  CHECK(replace_invalid_utf8("\xe2\x82\xe2\x82\xac") == r + "\xe2\x82\xac");
  CHECK(replace_invalid_utf8("\xc0\x80") == r + r);
  CHECK(replace_invalid_utf8("\xed\xa0\x80") == r + r + r);
  CHECK(replace_invalid_utf8("fine") == "fine");
}

TEST_CASE("an invalid byte counts as one code point") {
  CHECK(count_code_points("") == 0);
  CHECK(count_code_points("abcdefgh\xc3\xa9ijklmnopq") == 18);
  CHECK(count_code_points("\xf0\x9f\x94") == 3);
  CHECK(count_code_points("\xff\x80z") == 3);
}

TEST_CASE("word characters are letters, marks, digits and connectors") {
  CHECK(is_word_character(U'a'));
  CHECK(is_word_character(U'_'));
  CHECK(is_word_character(U'7'));
  CHECK(is_word_character(0xe9));    // é
  CHECK(is_word_character(0x4e2d));  // 中
  CHECK(is_word_character(0x301));   // combining acute
  CHECK(is_word_character(0x203f));  // undertie, a connector
  CHECK(is_word_character(0x2167));  // Roman numeral eight
  CHECK(is_word_character(0x24b6));  // circled A
  CHECK(is_word_character(0xfe0f));  // variation selector: a mark
  CHECK_FALSE(is_word_character(U'-'));
  CHECK_FALSE(is_word_character(U' '));
  CHECK_FALSE(is_word_character(0xb2));     // superscript two is no decimal digit
  CHECK_FALSE(is_word_character(0x2013));   // en dash
  CHECK_FALSE(is_word_character(0x1f501));  // pictograph
  CHECK_FALSE(is_word_character(0x200d));   // joiner
}

TEST_CASE("emoji are pictographs and what joins them") {
  CHECK(is_emoji(0x1f501));
  CHECK(is_emoji(0x26a0));
  CHECK(is_emoji(0xfe0f));
  CHECK(is_emoji(0x200d));
  CHECK(is_emoji(0x1f1e9));
  CHECK(is_emoji(0x1f3fd));
  CHECK_FALSE(is_emoji(U'1'));
  CHECK_FALSE(is_emoji(U'#'));
  CHECK_FALSE(is_emoji(0x2190));  // a plain arrow
  CHECK_FALSE(is_emoji(0x4e2d));
}

TEST_CASE("white space goes beyond ASCII") {
  CHECK(is_unicode_space(U' '));
  CHECK(is_unicode_space(U'\t'));
  CHECK(is_unicode_space(0xa0));
  CHECK(is_unicode_space(0x3000));
  CHECK_FALSE(is_unicode_space(0x200b));
  CHECK_FALSE(is_unicode_space(U'x'));
}

TEST_CASE("lower case covers Unicode") {
  CHECK(to_lower("\xc3\x9c"
                 "BER \xce\x91 42") ==
        "\xc3\xbc"
        "ber \xce\xb1 42");
  CHECK(to_lower("\xc4\xb0") == "i\xcc\x87");
  CHECK(to_lower(U'Z') == U'z');
  CHECK(to_lower(U'[') == U'[');
}

TEST_CASE("display width counts terminal columns") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("\xe4\xb8\xad") == 2);
  CHECK(display_width("e\xcc\x81") == 1);
}

TEST_CASE("printable shows what would drive a terminal or reorder a line") {
  CHECK(printable("a\x1b[31mb") == "a\\u{1b}[31mb");
  CHECK(printable("x\ny\tz") == "x\\u{a}y\\u{9}z");
  CHECK(printable("a\xe2\x80\xae"
                  "b") == "a\\u{202e}b");
  CHECK(printable("\xc2\x9b") == "\\u{9b}");
  CHECK(printable("caf\xc3\xa9 \xf0\x9f\x94\x81") == "caf\xc3\xa9 \xf0\x9f\x94\x81");
  CHECK(printable("\xff") == "\xef\xbf\xbd");
}

TEST_CASE("a text without marks is what it is without accents and typography") {
  CHECK(without_marks("plain") == "plain");
  CHECK(without_marks("Zürich, naïve") == "Zurich, naive");
  CHECK(without_marks("e\xcc\x81tat") == "etat");
  CHECK(without_marks("ﬁle ｆｕｌｌ ²") == "file full 2");
  CHECK(without_marks("한국어") == "한국어");
  CHECK(without_marks("a\xff") == "a\xef\xbf\xbd");
}

TEST_CASE("a code point is of one class") {
  CHECK(character_class(U'a') == CharacterClass::lower);
  CHECK(character_class(U'Я') == CharacterClass::upper);
  CHECK(character_class(U'ß') == CharacterClass::lower);
  CHECK(character_class(U'語') == CharacterClass::letter);
  CHECK(character_class(U'7') == CharacterClass::number);
  CHECK(character_class(U'Ⅷ') == CharacterClass::number);
  CHECK(character_class(U'-') == CharacterClass::other);
  CHECK(character_class(0xfffd) == CharacterClass::other);
}
