// When to act on changes: one save is several events, and a checkout is thousands.
#pragma once

#include <chrono>
#include <optional>

namespace runbookc {

class ChangeWindow {
 public:
  using Time = std::chrono::steady_clock::time_point;
  static constexpr auto kQuiet = std::chrono::milliseconds(20);
  static constexpr auto kLongest = std::chrono::milliseconds(100);

  void note_change(Time now);
  // When it has been quiet for kQuiet, at the latest kLongest after the first change; nothing while
  // there was none.
  std::optional<Time> due() const;
  void clear() { first_.reset(); }

 private:
  std::optional<Time> first_;
  Time last_;
};

}  // namespace runbookc
