#include "cli/profile.h"

#include <catch2/catch.hpp>

using namespace runbookc;

TEST_CASE("the profile has a row for each stage that took time, the rest and the whole") {
  StageClock clock([] { return std::uint64_t{0}; });
  clock.add(Stage::markdown, 3'000'000);
  clock.add(Stage::write, 500'000);
  CHECK(profile_text(clock, 4'000'000) ==
        "processor's time              ms      share\n"
        "Markdown                     3.0     75.0 %\n"
        "write                        0.5     12.5 %\n"
        "the rest                     0.5     12.5 %\n"
        "all                          4.0    100.0 %\n");
}

TEST_CASE("more time in stages than in all leaves nothing for the rest") {
  StageClock clock([] { return std::uint64_t{0}; });
  clock.add(Stage::rules, 5);
  CHECK(profile_text(clock, 4).find("the rest                     0.0      0.0 %") !=
        std::string::npos);
}
