#include "check/time_window.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <system_error>
#include <utility>

#include "base/text.h"
#include "base/unicode.h"

namespace runbookc {
namespace {

struct Unit {
  std::string_view name;
  std::int64_t seconds;
};

// More than any window takes; a long paragraph is not copied for each place that is tried.
constexpr std::size_t kLongest = 100;

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;

constexpr std::array<Unit, 20> kUnits = {{{"s", 1},
                                          {"sec", 1},
                                          {"secs", 1},
                                          {"second", 1},
                                          {"seconds", 1},
                                          {"m", kMinute},
                                          {"min", kMinute},
                                          {"mins", kMinute},
                                          {"minute", kMinute},
                                          {"minutes", kMinute},
                                          {"h", kHour},
                                          {"hr", kHour},
                                          {"hrs", kHour},
                                          {"hour", kHour},
                                          {"hours", kHour},
                                          {"d", kDay},
                                          {"day", kDay},
                                          {"days", kDay},
                                          {"week", 7 * kDay},
                                          {"weeks", 7 * kDay}}};

struct Opening {
  std::string_view text;
  WindowKind kind;
};

// Longer ones first, where one begins another.
constexpr std::array<Opening, 20> kOpenings = {{{">=", WindowKind::open},
                                                {">", WindowKind::open},
                                                {"\u2265", WindowKind::open},
                                                {"after ", WindowKind::open},
                                                {"over ", WindowKind::open},
                                                {"beyond ", WindowKind::open},
                                                {"more than ", WindowKind::open},
                                                {"<=", WindowKind::deadline},
                                                {"<", WindowKind::deadline},
                                                {"\u2264", WindowKind::deadline},
                                                {"within the first ", WindowKind::deadline},
                                                {"within ", WindowKind::deadline},
                                                {"up to ", WindowKind::deadline},
                                                {"under ", WindowKind::deadline},
                                                {"less than ", WindowKind::deadline},
                                                {"the first ", WindowKind::deadline},
                                                {"first ", WindowKind::deadline},
                                                {"until ", WindowKind::deadline},
                                                {"t+", WindowKind::closed},
                                                {"from ", WindowKind::closed}}};

constexpr std::array<std::string_view, 5> kAtOnce = {"immediately", "immediate", "at once",
                                                     "instantly", "right away"};

bool is_letter(std::string_view text) {
  if (text.empty()) {
    return false;
  }
  const char32_t c = decode_utf8(text).value;
  return is_word_character(c) && (c < '0' || c > '9');
}

std::optional<std::int64_t> unit_of(std::string_view word) {
  const auto* const found = std::ranges::find(kUnits, word, &Unit::name);
  return found == kUnits.end() ? std::nullopt : std::optional(found->seconds);
}

// Reads a window from lower-case text.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), rest_(text) {}

  std::optional<TimeWindow> read() {
    for (const std::string_view word : kAtOnce) {
      if (text_.starts_with(word) && !is_letter(text_.substr(word.size()))) {
        return TimeWindow{.kind = WindowKind::open, .start_unit = kMinute, .size = word.size()};
      }
    }
    TimeWindow window;
    const bool opened = take_opening(window.kind);
    if (!take_number(window.start) || !take_unit(window.start_unit)) {
      return std::nullopt;
    }
    if (window.kind == WindowKind::deadline) {
      window.end = std::exchange(window.start, 0);
      window.end_unit = window.start_unit;
    } else if (window.kind != WindowKind::open && !take_end(window)) {
      return std::nullopt;
    } else if (window.kind == WindowKind::open) {
      take("+");
    }
    window.size = text_.size() - rest_.size();
    const bool has_unit = window.start_unit != 0 || window.end_unit != 0;
    return has_unit || (!opened && ends_plainly()) || (opened && trim(rest_).empty())
               ? std::optional(window)
               : std::nullopt;
  }

 private:
  bool take(std::string_view token) {
    if (!rest_.starts_with(token)) {
      return false;
    }
    rest_.remove_prefix(token.size());
    return true;
  }

  void skip_space() {
    while (take(" ") || take("\u00a0") || take("~")) {
    }
  }

  bool take_opening(WindowKind& kind) {
    const auto* const found =
        std::ranges::find_if(kOpenings, [&](const Opening& opening) { return take(opening.text); });
    if (found == kOpenings.end()) {
      skip_space();
      return false;
    }
    kind = found->kind;
    skip_space();
    return true;
  }

  bool take_number(double& number) {
    const std::string_view most = rest_.substr(0, 9);
    if (most.empty() || most.front() < '0' || most.front() > '9') {
      return false;
    }
    const auto [stop, error] =
        std::from_chars(most.data(), most.data() + most.size(), number, std::chars_format::fixed);
    if (error != std::errc()) {
      return false;
    }
    rest_.remove_prefix(static_cast<std::size_t>(stop - most.data()));
    // "08:30", "10 %", "1/2", a date
    return rest_.empty() ||
           std::string_view(":/%.,").find(rest_.front()) == std::string_view::npos ||
           rest_.size() == 1 || rest_[1] == ' ';
  }

  // A unit, if there is one. False for working days, which are of no known length.
  bool take_unit(std::int64_t& unit) {
    const std::string_view before = rest_;
    skip_space();
    take("-");  // "15-minute"
    std::size_t size = 0;
    while (size < rest_.size() && rest_[size] >= 'a' && rest_[size] <= 'z') {
      ++size;
    }
    const std::string_view word = rest_.substr(0, size);
    const auto known = unit_of(word);
    if (known && !is_letter(rest_.substr(size))) {
      unit = *known;
      rest_.remove_prefix(size);
      return true;
    }
    rest_ = before;
    return word != "working" && word != "business";
  }

  // "-30 min", " to 1 h", "+ min"
  bool take_end(TimeWindow& window) {
    skip_space();
    if (take("+") || take("or more") || take("and more") || take("onwards") || take("and beyond")) {
      window.kind = WindowKind::open;
      return window.start_unit != 0 || take_unit(window.start_unit);
    }
    if (!take("-") && !take("\u2013") && !take("\u2014") && !take("\u2212") && !take("\u2010") &&
        !take("\u2011") && !take("to ") && !take("until ")) {
      return false;
    }
    skip_space();
    take("t+");
    if (!take_number(window.end) || !take_unit(window.end_unit)) {
      return false;
    }
    window.start_unit = window.start_unit == 0 ? window.end_unit : window.start_unit;
    window.end_unit = window.end_unit == 0 ? window.start_unit : window.end_unit;
    return window.start_seconds() <= window.end_seconds();
  }

  // Numbers without a unit are a window only if no word follows: "1-2 engineers".
  bool ends_plainly() const {
    const std::string_view after = trim(rest_);
    return !is_letter(after) && !after.starts_with('-') && !after.starts_with('%');
  }

  std::string_view text_;
  std::string_view rest_;
};

std::int64_t seconds_of(double number, std::int64_t unit) {
  return std::llround(number * static_cast<double>(unit == 0 ? 1 : unit));
}

}  // namespace

std::int64_t TimeWindow::start_seconds() const { return seconds_of(start, start_unit); }
std::int64_t TimeWindow::end_seconds() const { return seconds_of(end, end_unit); }

TimeWindow TimeWindow::with_unit(std::int64_t unit) const {
  TimeWindow window = *this;
  window.start_unit = start_unit == 0 ? unit : start_unit;
  window.end_unit = end_unit == 0 ? unit : end_unit;
  return window;
}

std::optional<TimeWindow> parse_time_window(std::string_view text) {
  const std::string lower = lower_ascii(text.substr(0, kLongest));
  return Reader(lower).read();
}

std::optional<std::int64_t> find_time_unit(std::string_view text) {
  const std::string lower = lower_ascii(text);
  for (std::size_t at = 0; at < lower.size();) {
    std::size_t end = at;
    while (end < lower.size() && lower[end] >= 'a' && lower[end] <= 'z') {
      ++end;
    }
    const auto unit = unit_of(std::string_view(lower).substr(at, end - at));
    if (unit) {
      return unit;
    }
    at = end + 1;
  }
  return std::nullopt;
}

}  // namespace runbookc
