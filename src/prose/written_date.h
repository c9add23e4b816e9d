// A date as people write it in prose: "2026-09-01", "1 September 2026", "Dec 2025", "01.09.2026".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/date.h"

namespace runbookc {

struct WrittenDate {
  std::chrono::year_month month{};
  unsigned day = 0;      // 0: only the month is written
  std::size_t size = 0;  // bytes of text that it takes

  bool is_exact() const { return day != 0; }
  Date first_day() const;  // the day itself, or the month's first
};

// The date at the very start of `text`. Nothing for "04/05/2026", which has two meanings.
std::optional<WrittenDate> parse_written_date(std::string_view text);

// Negative if `a` is earlier than `b`, 0 if they are the same or one is a month that holds the
// other.
int compare(const WrittenDate& a, const WrittenDate& b);
WrittenDate written(Date date);

}  // namespace runbookc
