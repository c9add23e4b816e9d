// What is sixteen times as long takes about sixteen times as long to read, whatever it repeats.
#include <algorithm>
#include <catch2/catch.hpp>
#include <ctime>

#include "shell/grammar.h"
#include "shell/needed_variables.h"
#include "shell/placeholder_ranges.h"

using namespace runbookc;

namespace {

struct Hostile {
  std::string opening;
  std::string closing;
};

std::string many(const Hostile& hostile, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += hostile.opening;
  for (std::size_t i = 0; i < count; ++i) text += hostile.closing;
  return text;
}

// In ticks of the processor's time that this program took, so that others do not count.
std::clock_t cost(const std::string& text) {
  const std::clock_t begin = std::clock();
  const ShellScript script = parse_shell(text, placeholder_ranges(text));
  const std::size_t needed = needed_variables(script).size();
  const std::clock_t end = std::clock();
  REQUIRE(needed <= script.variables.size());
  REQUIRE((script.statements.empty() || script.statements.back().range.end <= text.size()));
  return end - begin;
}

std::clock_t least_cost(const std::string& text, int times) {
  std::clock_t least = cost(text);
  for (int i = 1; i < times; ++i) least = std::min(least, cost(text));
  return least;
}

}  // namespace

TEST_CASE("reading costs no more than the length of the text") {
  const auto [opening, closing] = GENERATE(table<std::string, std::string>({
      {"((((", ""},
      {"( ", " )"},
      {"(( ", " ))"},
      {"((a) ; ", ""},
      {"$(", ""},
      {"a $(", ")"},
      {"$((", ""},
      {"\"$(a \"", "\")\""},
      {"\"${a:-", "}\""},
      {"${", ""},
      {"${a[", ""},
      {"${a:=$b", "}"},
      {"[[ (", ""},
      {"[[ ( ", ") ]]"},
      {"[[ a =~ (", ""},
      {"case x in a) ", "\n;; esac"},
      {"case x in ", ""},
      {"if a; then ", "\nfi"},
      {"if ", ""},
      {"for x in a; do ", "\ndone"},
      {"{ ", "\n} | b"},
      {"{ a; } >b | ", ""},
      {"{ a & ", "} & "},
      {"a() { ", "\n}"},
      {"a[", ""},
      {"a[b", "]=1"},
      {"a[1]", ""},
      {"a=(", ")"},
      {"a=b=", ""},
      {"\"'", ""},
      {"' \"", ""},
      {"`a \"", ""},
      {"\\`", ""},
      {"cat <<A\n", "A\n"},
      {"$(cat <<A\n", "A)\n"},
      {"`cat <<A\n$(", ")\nA\n`"},
      {"((x += $y, z", "))"},
      {"coproc a ", ""},
      {"time -p ", ""},
      {"! ", ""},
      {"X=$Y; ", ""},
      {"<a|b>", ""},
      {"<a", ""},
      {"# \n", ""},
  }));
  const Hostile hostile{opening, closing};
  CAPTURE(opening, closing);
  constexpr std::size_t kCount = 2'500;
  constexpr std::size_t kTimes = 16;
  const std::string little = many(hostile, kCount);
  const std::string much = many(hostile, kTimes * kCount);
  // What is quadratic costs 256 times as much. Where memory is slow, linear is some times 16.
  constexpr std::clock_t kMost = 6 * kTimes;
  const std::clock_t floor = CLOCKS_PER_SEC / 1000;
  const std::clock_t most = kMost * std::max(least_cost(little, 3), floor);
  const bool linear = cost(much) <= most || least_cost(much, 3) <= most;
  CHECK(linear);
}

TEST_CASE("a hundred thousand levels need no call stack") {
  const std::string opening =
      GENERATE("((((", "\"$(", "'\"", "$(", "${a:-", "[[ (", "case x in a) ", "if ", "{ ", "a[b",
               "a=(", "f() { ", "`", "$((", "while ", "\"${x:-", "<(", "for x in a; do ");
  const std::string text = many({opening, ""}, 100'000);
  CAPTURE(opening);
  const ShellScript script = parse_shell(text);
  CHECK((script.error || opening == "'\"" || opening == "`"));
  REQUIRE(!script.statements.empty());
  CHECK(script.statements.back().range.end <= text.size());
}
