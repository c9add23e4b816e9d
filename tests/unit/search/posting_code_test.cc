#include "search/posting_code.h"

#include <catch2/catch.hpp>

using namespace runbookc;

namespace {

std::string written(std::uint64_t number) {
  std::string text;
  append_number(text, number);
  return text;
}

}  // namespace

TEST_CASE("numbers are written in base 32, the least significant digit first") {
  CHECK(written(0) == "A");
  CHECK(written(31) == "f");
  CHECK(written(32) == "gB");    // 32 + 0, 1
  CHECK(written(1023) == "_f");  // 32 + 31, 31
  CHECK(written(1024) == "ggB");
}

TEST_CASE("numbers read back in a row") {
  std::string text;
  std::vector<std::uint32_t> numbers;
  for (std::uint64_t n = 0; n <= 0xffffffff; n = n * 3 + 1) {
    numbers.push_back(static_cast<std::uint32_t>(n));
  }
  numbers.push_back(0xffffffff);
  for (const std::uint32_t number : numbers) append_number(text, number);
  NumberReader reader(text);
  for (const std::uint32_t number : numbers) CHECK(reader.next() == number);
  CHECK(reader.at_end());
  CHECK_FALSE(reader.next());
}

TEST_CASE("what is no number is none") {
  for (const std::string text : {"", "g", "gg", "!", "A!", "g\xff", "________", "ggggggggA"}) {
    CAPTURE(text);
    NumberReader reader(text);
    if (text == "A!") CHECK(reader.next() == 0);
    CHECK_FALSE(reader.next());
  }
  // 2^32 takes more than 32 bits, though it has as many digits as 2^32 - 1.
  CHECK_FALSE(NumberReader(written(0x100000000)).next());
}
