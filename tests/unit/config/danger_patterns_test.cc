#include "config/danger_patterns.h"

#include <catch2/catch.hpp>

namespace runbookc {

TEST_CASE("a command is dangerous for the reason of the first pattern that it matches") {
  const std::vector<DangerPattern> written = {{"fernctl (wipe|purge)", "Empties a warehouse", {}},
                                              {"wipe", "", {}}};
  const auto patterns = DangerPatterns::compile(written);
  REQUIRE(patterns);
  CHECK(patterns->reason_for("sudo fernctl wipe north") == "Empties a warehouse");
  CHECK(patterns->reason_for("wipe -a") == "is held for dangerous in this project");
  CHECK(patterns->reason_for("fernctl list").empty());
}

TEST_CASE("what is no pattern is refused") {
  CHECK_FALSE(DangerPatterns::compile(std::vector<DangerPattern>{{"(", "", {}}}));
}

}  // namespace runbookc
