#include "base/byte_set.h"

#include <catch2/catch.hpp>

using namespace runbookc;

TEST_CASE("a set of bytes finds its own and skips them") {
  constexpr ByteSet ends("\r\n");
  CHECK(ends.contains('\n'));
  CHECK_FALSE(ends.contains('n'));
  CHECK(ends.find_in("ab\r\ncd") == 2);
  CHECK(ends.find_in("ab\r\ncd", 4) == 6);
  CHECK(ends.skip_in("\r\n\nx") == 3);
  CHECK(ends.skip_in("\r\n") == 2);
}

TEST_CASE("a place past the end of the text is its end") {
  constexpr ByteSet set("x");
  CHECK(set.find_in("", 0) == 0);
  CHECK(set.find_in("abc", 7) == 3);
  CHECK(set.skip_in("abc", 7) == 3);
}

TEST_CASE("bytes above ASCII are bytes like others") {
  constexpr ByteSet set("\xc3\xff");
  CHECK(set.find_in("a\xc3\xa9") == 1);
  CHECK(set.find_in("a\x7f\xff") == 2);
}

TEST_CASE("a set of bytes can be told by a question") {
  constexpr ByteSet digits([](char c) { return c >= '0' && c <= '9'; });
  CHECK(digits.find_in("ab7") == 2);
  CHECK(digits.skip_in("70x") == 2);
  CHECK_FALSE(digits.contains('\xff'));
}
