// A stretch of time since something began, as people write it: "0-15 min", "60+", "after 1 h".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace runbookc {

enum class WindowKind : std::uint8_t {
  closed,    // "15-30 min"
  open,      // "60+ min", "after 60 min", "immediately": until the next begins
  deadline,  // "within 15 minutes": from where the one before ends
};

struct TimeWindow {
  WindowKind kind = WindowKind::closed;
  double start = 0;             // in the units below
  double end = 0;               // of a closed one and of a deadline
  std::int64_t start_unit = 0;  // seconds; 0: none is written
  std::int64_t end_unit = 0;    // the same
  std::size_t size = 0;         // bytes of text that it takes

  std::int64_t start_seconds() const;
  std::int64_t end_seconds() const;
  // The same with `unit` where none is written.
  TimeWindow with_unit(std::int64_t unit) const;
};

// A window at the very start of `text`. Times of day and counts of other things are none; nor are
// working days, which cannot be compared with hours.
std::optional<TimeWindow> parse_time_window(std::string_view text);

// The seconds of a unit that is named in `text`, or nothing: "Minutes without progress".
std::optional<std::int64_t> find_time_unit(std::string_view text);

}  // namespace runbookc
