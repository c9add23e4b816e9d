#include "prose/written_date.h"

#include <algorithm>
#include <array>
#include <compare>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

int order(std::strong_ordering ordering) {
  if (ordering == std::strong_ordering::equal) {
    return 0;
  }
  return ordering == std::strong_ordering::less ? -1 : 1;
}

// Reads numbers, names of months and what stands between, from lower-case text.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), rest_(text) {}

  std::optional<WrittenDate> read() {
    if (const auto month = take_month()) {
      return month_first(*month);
    }
    std::size_t digits = 0;
    const unsigned number = take_number(digits);
    if (digits == 4) {
      return year_first(number);
    }
    if (digits != 1 && digits != 2) {
      return std::nullopt;
    }
    return day_first(number);
  }

 private:
  unsigned take_number(std::size_t& digits) {
    digits = 0;
    while (digits < rest_.size() && is_digit(rest_[digits])) {
      ++digits;
    }
    unsigned number = 0;  // of a year at most
    for (const char digit : rest_.substr(0, std::min<std::size_t>(digits, 4))) {
      number = number * 10 + static_cast<unsigned>(digit - '0');
    }
    rest_.remove_prefix(digits);
    return number;
  }

  // "december", "dec", "dec.", "sept"
  std::optional<unsigned> take_month() {
    std::size_t size = 0;
    while (size < rest_.size() && is_lower(rest_[size])) {
      ++size;
    }
    const std::string_view word = rest_.substr(0, size);
    if (size < 3) {
      return std::nullopt;
    }
    const auto* const found = std::ranges::find_if(
        kMonths, [&](std::string_view month) { return month.starts_with(word); });
    if (found == kMonths.end()) {
      return std::nullopt;
    }
    rest_.remove_prefix(size);
    take('.');
    return static_cast<unsigned>(found - kMonths.begin()) + 1;
  }

  bool take(char c) {
    const bool there = rest_.starts_with(c);
    rest_.remove_prefix(there ? 1 : 0);
    return there;
  }

  void skip(std::string_view characters) {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(characters), rest_.size()));
  }

  std::optional<WrittenDate> finish(unsigned year, unsigned month, unsigned day) const {
    const bool ends = rest_.empty() || !(is_digit(rest_.front()) || is_lower(rest_.front())) ||
                      rest_.front() == 't';  // a time
    const std::chrono::year_month in{std::chrono::year(static_cast<int>(year)),
                                     std::chrono::month(month)};
    if (!ends || year < 1970 || year > 2199 || !in.ok() ||
        (day != 0 && !(in / std::chrono::day(day)).ok())) {
      return std::nullopt;
    }
    return WrittenDate{.month = in, .day = day, .size = text_.size() - rest_.size()};
  }

  // "2026-09-01", "2026/09", "2026-sep-01"
  std::optional<WrittenDate> year_first(unsigned year) {
    const char separator = rest_.empty() ? ' ' : rest_.front();
    if (!take('-') && !take('/') && !take('.')) {
      return std::nullopt;
    }
    std::size_t digits = 0;
    const auto named = take_month();
    const unsigned month = named ? *named : take_number(digits);
    if (rest_.size() < 2 || rest_.front() != separator || !is_digit(rest_[1])) {
      return separator == '.' ? std::nullopt : finish(year, month, 0);
    }
    take(separator);
    const unsigned day = take_number(digits);
    return day == 0 ? std::nullopt : finish(year, month, day);
  }

  // "december 2025", "december 22nd, 2025"
  std::optional<WrittenDate> month_first(unsigned month) {
    skip(" -");
    std::size_t digits = 0;
    const unsigned number = take_number(digits);
    if (digits == 4) {
      return finish(number, month, 0);
    }
    skip_ordinal();
    skip(", ");
    std::size_t year_digits = 0;
    const unsigned year = take_number(year_digits);
    return digits == 0 || digits > 2 || year_digits != 4 || number == 0
               ? std::nullopt
               : finish(year, month, number);
  }

  void skip_ordinal() {
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
      if (rest_.starts_with(ending)) {
        rest_.remove_prefix(2);
        return;
      }
    }
  }

  // "22 december 2025", "22-dec-2025", "22.12.2025", "22/12/2025"
  std::optional<WrittenDate> day_first(unsigned day) {
    const char separator = rest_.empty() ? ' ' : rest_.front();
    skip_ordinal();
    skip(" -./");
    std::size_t digits = 0;
    const auto named = take_month();
    unsigned month = named ? *named : take_number(digits);
    const bool numeric = !named && (separator == '.' || separator == '/' || separator == '-');
    if (day == 0 || (!named && !numeric)) {
      return std::nullopt;
    }
    if (numeric && separator != '.') {
      if (day <= 12 && month <= 12 && day != month) {
        return std::nullopt;
      }
      if (month > 12) {
        std::swap(day, month);
      }
    }
    skip(" ,-./");
    const unsigned year = take_number(digits);
    return digits == 4 ? finish(year, month, day) : std::nullopt;
  }

  std::string_view text_;
  std::string_view rest_;
};

}  // namespace

Date WrittenDate::first_day() const { return month / std::chrono::day(day == 0 ? 1 : day); }

std::optional<WrittenDate> parse_written_date(std::string_view text) {
  const std::string lower = lower_ascii(text.substr(0, 40));
  return Reader(lower).read();
}

int compare(const WrittenDate& a, const WrittenDate& b) {
  if (a.is_exact() && b.is_exact()) {
    return order(a.first_day() <=> b.first_day());
  }
  return order(a.month <=> b.month);
}

WrittenDate written(Date date) {
  const std::chrono::year_month_day ymd(date);
  return {.month = ymd.year() / ymd.month(), .day = static_cast<unsigned>(ymd.day()), .size = 0};
}

}  // namespace runbookc
