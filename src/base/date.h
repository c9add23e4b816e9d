// Calendar dates and review intervals. No clock: `today` is passed in (cli reads it once).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace runbookc {

using Date = std::chrono::sys_days;  // proleptic Gregorian, UTC

// A full ISO 8601 calendar date, `YYYY-MM-DD`, optionally followed by a time after `T` or a space
// (which is checked for shape and dropped). Nothing if it is no such date ("2026-02-30").
std::optional<Date> parse_date(std::string_view text);
std::string format_date(Date date);       // YYYY-MM-DD
std::string format_date_long(Date date);  // 1 September 2026

// A span of calendar time. Months and years are calendar months: a month after 31 January is the
// last day of February.
struct Interval {
  int months = 0;
  int days = 0;

  friend bool operator==(const Interval&, const Interval&) = default;
};

// "90", "90d", "90 days", "12 weeks", "3 months", "1 year", "P90D", "P3M", "P1Y", "weekly",
// "fortnightly", "monthly", "quarterly", "half-yearly", "semi-annually", "annually", "yearly",
// each also after "every ". Nothing for anything else, for zero, and past 100 years.
std::optional<Interval> parse_interval(std::string_view text);
Date add(Date date, Interval interval);
int approximate_days(Interval interval);
std::string format_interval(Interval interval);  // "90 days", "3 months"

}  // namespace runbookc
