#include "base/stage_clock.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "base/work_pool.h"

using namespace runbookc;

namespace {

// Each look takes a nanosecond, on whichever thread.
std::uint64_t tick() {
  static std::atomic<std::uint64_t> time{0};
  return ++time;
}

struct Counting {
  StageClock clock{tick};
  Counting() { count_stages(&clock); }
  ~Counting() { count_stages(nullptr); }
  Counting(const Counting&) = delete;
  Counting& operator=(const Counting&) = delete;
};

}  // namespace

TEST_CASE("a scope counts for its stage, and not while another stands within it") {
  const Counting counting;
  {
    const StageScope outer(Stage::rules);  // 1
    {
      const StageScope inner(Stage::schema);
    }  // 2 to 3
  }  // 4
  CHECK(counting.clock.spent(Stage::schema) == 1);
  CHECK(counting.clock.spent(Stage::rules) == 2);
  CHECK(counting.clock.spent(Stage::link) == 0);
}

TEST_CASE("a stage within itself counts once") {
  const Counting counting;
  {
    const StageScope outer(Stage::shell);
    {
      const StageScope inner(Stage::shell);
    }
  }
  CHECK(counting.clock.spent(Stage::shell) == 3);
}

TEST_CASE("threads that help go on with the stage of the one that asked them") {
  const Counting counting;
  {
    const StageScope stage(Stage::link);
    for_each_index(100, 4, [](std::size_t) {
      CHECK(StageScope::innermost() != nullptr);
      const StageScope inner(Stage::shell);
    });
  }
  CHECK(counting.clock.spent(Stage::shell) >= 100);
  CHECK(counting.clock.spent(Stage::link) > 0);
  CHECK(StageScope::innermost() == nullptr);
}

TEST_CASE("without a clock nothing is counted") {
  StageClock clock(tick);
  count_stages(&clock);
  count_stages(nullptr);
  {
    const StageScope stage(Stage::read);
  }
  CHECK(clock.spent(Stage::read) == 0);
}

TEST_CASE("every stage has a name of its own") {
  std::set<std::string> names;
  for (std::size_t i = 0; i < kStages; ++i) names.emplace(stage_name(static_cast<Stage>(i)));
  CHECK(names.size() == kStages);
  CHECK_FALSE(names.contains(""));
}
