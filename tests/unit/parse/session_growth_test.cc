// What is sixteen times as long takes about sixteen times as long to read, whatever it repeats.
#include <algorithm>
#include <catch2/catch.hpp>
#include <ctime>

#include "parse/session.h"

using namespace runbookc;

namespace {

std::string many(const std::string& repeated, std::size_t count, const std::string& end) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += repeated;
  return text + end;
}

// In ticks of the processor's time that this program took, so that others do not count.
std::clock_t least_cost(const std::string& text, int times) {
  std::clock_t least = 0;
  for (int i = 0; i < times; ++i) {
    const std::clock_t begin = std::clock();
    REQUIRE(read_session(text));
    const std::clock_t cost = std::clock() - begin;
    least = i == 0 ? cost : std::min(least, cost);
  }
  return least;
}

}  // namespace

TEST_CASE("reading a session costs no more than its length") {
  const auto [repeated, end] = GENERATE(table<std::string, std::string>({
      {"> echo $((1<<2))\no\\\n", "x"},
      {"> echo $((1<<2))\no\\\n", ""},
      {"> a $(\n", ""},
      {"> a '\n> b\n", ""},
      {"> a \\\n", ""},
      {"> a \\\n> b\n", ""},
      {"> cat <<A\n> b\n", ""},
      {"> cat <<A\no\\\n", "> A\n"},
      {"> ( x\n", ")"},
      {"> a\n# b\n", ""},
  }));
  CAPTURE(repeated, end);
  constexpr std::size_t kCount = 250;
  constexpr std::size_t kTimes = 16;
  const std::string little = many(repeated, kCount, end);
  const std::string much = many(repeated, kTimes * kCount, end);
  // What is quadratic costs 256 times as much. Where memory is slow, linear is some times 16.
  constexpr std::clock_t kMost = 6 * kTimes;
  const std::clock_t floor = CLOCKS_PER_SEC / 1000;
  const std::clock_t most = kMost * std::max(least_cost(little, 3), floor);
  const bool linear = least_cost(much, 1) <= most || least_cost(much, 3) <= most;
  CHECK(linear);
}
