// What the program holds until it ends.
#pragma once

#include <deque>
#include <utility>

namespace runbookc {

// Keeps `value` for good. A command that ends with its corpus leaves it to the system, which takes
// back the memory in one go; the destructors of 10,000 documents take a twentieth of a check.
template <typename T>
const T& left_to_exit(T value) {
  static auto& kept = *new std::deque<T>;  // never destroyed: that is the point
  return kept.emplace_back(std::move(value));
}

}  // namespace runbookc
