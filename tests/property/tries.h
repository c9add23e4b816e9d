// How often a costly property is tried.
#pragma once

namespace runbookc {

// How many of `count` random tries to make: all of them, or with sanitizers the first fifth. Each
// takes five times as long there, and a fault of memory shows in almost any of them; what needs a
// certain one is left to the builds without.
constexpr int tries(int count) {
#ifdef RUNBOOKC_SANITIZED
  return (count + 4) / 5;
#else
  return count;
#endif
}

}  // namespace runbookc
