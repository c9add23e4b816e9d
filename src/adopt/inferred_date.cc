#include "adopt/inferred_date.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "adopt/stated_text.h"
#include "base/ascii.h"
#include "base/text.h"
#include "prose/written_date.h"

namespace runbookc {
namespace {

// "T10:00:00Z", "10:00".
bool is_time(std::string_view text) {
  if (text.starts_with('T')) text.remove_prefix(1);
  return !text.empty() && is_digit(text.front()) && text.find(':') != std::string_view::npos &&
         text.find_first_not_of("0123456789:.+-Z") == std::string_view::npos;
}

bool is_ending(std::string_view text) {
  return text.find_first_not_of(" .,;!)*_") == std::string_view::npos;
}

}  // namespace

bool has_two_meanings(std::string_view date) {
  std::string text(date);
  for (const std::string_view joint : {" .", ". ", " /", "/ ", " -", "- "}) {
    text = replace_all(text, joint, trim(joint));
  }
  const std::size_t first = text.find_first_of("0123456789");
  std::array<unsigned, 3> parts{};
  std::size_t part = 0;
  std::size_t digits = 0;
  for (const char c : text.substr(0, text.find_first_of(" ,;", first))) {
    if (is_digit(c)) {
      parts.at(part) = std::min(parts.at(part) * 10 + static_cast<unsigned>(c - '0'), 99999U);
      ++digits;
    } else if ((c == '/' || c == '-' || c == '.') && digits > 0 && part < 2) {
      ++part;
      digits = 0;
    } else {
      return false;
    }
  }
  return part == 2 && digits > 0 && parts[0] != parts[1] && parts[0] <= 12 && parts[1] <= 12;
}

InferredDate infer_date(std::string_view text) {
  text = trim(text);
  if (std::string doubt = doubt_about_text(text); !doubt.empty()) {
    return {.day = {}, .doubt = std::move(doubt)};
  }
  if (has_two_meanings(text)) return {.day = {}, .doubt = "two dates can be meant"};
  const auto date = parse_written_date(text);
  if (!date) return {.day = {}, .doubt = "it does not read as a date"};
  if (!date->is_exact()) return {.day = {}, .doubt = "only a month: no day is invented"};
  const std::string_view rest = trim(text.substr(date->size));
  if (!is_ending(rest) && !is_time(rest)) return {.day = {}, .doubt = "more than a date"};
  return {.day = date->first_day(), .doubt = ""};
}

}  // namespace runbookc
