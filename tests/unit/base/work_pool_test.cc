#include "base/work_pool.h"

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <new>
#include <vector>

using namespace runbookc;

TEST_CASE("each item is worked on once, whatever the number of threads") {
  const auto threads = GENERATE(0U, 1U, 2U, 8U, 100U);
  const auto count = GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{7}, std::size_t{5000});
  CAPTURE(threads, count);
  std::vector<std::atomic<int>> calls(count);
  for_each_index(count, threads, [&](std::size_t i) { ++calls[i]; });
  CHECK(std::ranges::all_of(calls, [](const std::atomic<int>& n) { return n == 1; }));
}

TEST_CASE("one thread takes the items in order") {
  std::vector<std::size_t> seen;
  for_each_index(100, 1, [&](std::size_t i) { seen.push_back(i); });
  CHECK(std::ranges::is_sorted(seen));
  CHECK(seen.size() == 100);
}

TEST_CASE("what a thread throws, the caller gets") {
  const auto threads = GENERATE(1U, 2U, 8U);
  const auto from = GENERATE(std::size_t{0}, std::size_t{2500}, std::size_t{4999});
  std::atomic<std::size_t> calls = 0;
  CAPTURE(threads, from);
  CHECK_THROWS_AS(for_each_index(5000, threads,
                                 [&](std::size_t i) {
                                   ++calls;
                                   if (i >= from) throw std::bad_alloc();
                                 }),
                  std::bad_alloc);
  CHECK(calls <= from + threads * std::size_t{64});
}

TEST_CASE("no threads asked for means at least one") {
  CHECK(thread_count(0) >= 1);
  CHECK(thread_count(3) == 3);
}
