// What this program did so far, counted and not timed, so that a slow machine says the same as a
// fast one.
#pragma once

#include <cstdint>

namespace runbookc {

struct Work {
  std::uint64_t bytes = 0;        // that were allocated
  std::uint64_t comparisons = 0;  // of numbers, in our own code; 0 but in the `fuzz` preset
};

Work work_so_far();

// What `task` costs.
template <typename Task>
Work work_of(const Task& task) {
  const Work before = work_so_far();
  task();
  const Work after = work_so_far();
  return {after.bytes - before.bytes, after.comparisons - before.comparisons};
}

}  // namespace runbookc
