// How a fuzz target says that something is wrong: libFuzzer takes what is thrown for a crash, and
// Catch2 for a failed test.
#pragma once

#include <stdexcept>

namespace runbookc {

struct BrokenPromise : std::logic_error {
  using std::logic_error::logic_error;
};

inline void promise(bool holds, const char* what) {
  if (!holds) throw BrokenPromise(what);
}

}  // namespace runbookc
