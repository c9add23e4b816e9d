#include "base/date.h"

#include <fmt/format.h>

#include <array>
#include <cstdlib>

#include "base/ascii.h"
#include "base/text.h"

namespace runbookc {
namespace {

constexpr int kMaxMonths = 100 * 12;
constexpr int kMaxDays = 36525;

// Takes `count` digits off the front of `text`; nothing (and `text` as it was) if there are fewer.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(0, count)) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

// Takes `:MM` and the like, if it is there, and tells whether it is a number up to `maximum`.
bool take_clock_part(std::string_view& text, int maximum) {
  const auto value = take_digits(text, 2);
  return value && *value <= maximum;
}

void take_fraction(std::string_view& text) {
  if (text.size() < 2 || (text[0] != '.' && text[0] != ',') || !is_digit(text[1])) return;
  text.remove_prefix(1);
  while (!text.empty() && is_digit(text[0])) text.remove_prefix(1);
}

// "Z", "+02", "+02:00", "-0530", or nothing at all.
bool is_zone(std::string_view text) {
  text = trim_start(text);
  if (text.empty() || text == "Z" || text == "z") return true;
  if (!take(text, '+') && !take(text, '-')) return false;
  if (!take_clock_part(text, 23)) return false;
  if (text.empty()) return true;
  take(text, ':');
  return take_clock_part(text, 59) && text.empty();
}

// HH:MM, seconds, a fraction and a zone optional.
bool is_time(std::string_view text) {
  if (!take_clock_part(text, 24) || !take(text, ':') || !take_clock_part(text, 59)) return false;
  if (take(text, ':')) {
    if (!take_clock_part(text, 60)) return false;
    take_fraction(text);
  }
  return is_zone(text);
}

struct NamedInterval {
  std::string_view name;
  Interval interval;
};

constexpr auto kFrequencies = std::to_array<NamedInterval>({
    {"weekly", {0, 7}},
    {"fortnightly", {0, 14}},
    {"monthly", {1, 0}},
    {"quarterly", {3, 0}},
    {"half-yearly", {6, 0}},
    {"semi-annually", {6, 0}},
    {"annually", {12, 0}},
    {"yearly", {12, 0}},
});

constexpr auto kUnits = std::to_array<NamedInterval>({
    {"", {0, 1}},
    {"d", {0, 1}},
    {"day", {0, 1}},
    {"days", {0, 1}},
    {"w", {0, 7}},
    {"week", {0, 7}},
    {"weeks", {0, 7}},
    {"mo", {1, 0}},
    {"month", {1, 0}},
    {"months", {1, 0}},
    {"quarter", {3, 0}},
    {"quarters", {3, 0}},
    {"y", {12, 0}},
    {"year", {12, 0}},
    {"years", {12, 0}},
});

std::optional<Interval> find_named(std::span<const NamedInterval> table, std::string_view name) {
  for (const NamedInterval& entry : table) {
    if (entry.name == name) return entry.interval;
  }
  return std::nullopt;
}

// A whole number of at most six digits off the front of `text`.
std::optional<int> take_number(std::string_view& text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits == 0 || digits > 6) return std::nullopt;
  return take_digits(text, digits);
}

Interval times(int count, Interval unit) { return {count * unit.months, count * unit.days}; }

std::optional<Interval> within_bounds(Interval interval) {
  const bool none = interval.months == 0 && interval.days == 0;
  if (none || interval.months > kMaxMonths || interval.days > kMaxDays) return std::nullopt;
  return interval;
}

// ISO 8601 durations of whole years, months, weeks and days, in that order; lower case here.
std::optional<Interval> parse_iso_interval(std::string_view text) {
  static constexpr auto kDesignators =
      std::to_array<NamedInterval>({{"y", {12, 0}}, {"m", {1, 0}}, {"w", {0, 7}}, {"d", {0, 1}}});
  Interval sum;
  std::size_t next = 0;
  while (!text.empty()) {
    const auto count = take_number(text);
    if (!count || text.empty()) return std::nullopt;
    while (next < std::size(kDesignators) && kDesignators[next].name[0] != text[0]) ++next;
    if (next == std::size(kDesignators)) return std::nullopt;
    const Interval part = times(*count, kDesignators[next++].interval);
    sum = {sum.months + part.months, sum.days + part.days};
    text.remove_prefix(1);
  }
  return within_bounds(sum);
}

std::string part_of(int count, std::string_view noun) {
  return count == 0 ? std::string() : count_of(static_cast<std::size_t>(count), noun);
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  using namespace std::chrono;
  const auto y = take_digits(text, 4);
  if (!y || !take(text, '-')) return std::nullopt;
  const auto m = take_digits(text, 2);
  if (!m || !take(text, '-')) return std::nullopt;
  const auto d = take_digits(text, 2);
  if (!d) return std::nullopt;
  const bool timed = take(text, 'T') || take(text, 't') || take(text, ' ');
  if (timed ? !is_time(text) : !text.empty()) return std::nullopt;
  const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)},
                            day{static_cast<unsigned>(*d)}};
  return date.ok() ? std::optional(Date{date}) : std::nullopt;
}

std::string format_date(Date date) {
  const std::chrono::year_month_day day{date};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

std::string format_date_long(Date date) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const std::chrono::year_month_day day{date};
  return fmt::format("{} {} {}", static_cast<unsigned>(day.day()),
                     kMonths[static_cast<unsigned>(day.month()) - 1], static_cast<int>(day.year()));
}

std::optional<Interval> parse_interval(std::string_view text) {
  const std::string lower = lower_ascii(trim(text));
  std::string_view rest = lower;
  const bool every = rest.starts_with("every ");
  if (every) rest = trim_start(rest.substr(6));
  if (const auto frequency = find_named(kFrequencies, rest)) return frequency;
  if (rest.starts_with('p')) return parse_iso_interval(rest.substr(1));
  if (every && !rest.empty() && !is_digit(rest[0])) return find_named(kUnits, rest);
  const auto count = take_number(rest);
  if (!count) return std::nullopt;
  const auto unit = find_named(kUnits, trim_start(rest));
  return unit ? within_bounds(times(*count, *unit)) : std::nullopt;
}

Date add(Date date, Interval interval) {
  using namespace std::chrono;
  year_month_day day = year_month_day{date} + months{interval.months};
  if (!day.ok()) day = day.year() / day.month() / last;
  return Date{day} + days{interval.days};
}

// The Gregorian calendar repeats every 4,800 months of 146,097 days.
int approximate_days(Interval interval) {
  return interval.days + static_cast<int>(std::int64_t{interval.months} * 146097 / 4800);
}

std::string format_interval(Interval interval) {
  const bool years = interval.months % 12 == 0;
  const std::string whole =
      years ? part_of(interval.months / 12, "year") : part_of(interval.months, "month");
  const std::string rest = part_of(interval.days, "day");
  if (whole.empty()) return rest.empty() ? "0 days" : rest;
  return rest.empty() ? whole : whole + " " + rest;
}

}  // namespace runbookc
