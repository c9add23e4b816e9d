#include "adopt/inferred_date.h"

#include "adopt/stated_text.h"
#include "base/ascii.h"
#include "base/text.h"
#include "prose/written_date.h"

namespace runbookc {
namespace {

// "03/04/2026", which is in March or in April.
bool is_numeric_date(std::string_view text) {
  std::size_t parts = 0;
  for (const char c : text) {
    if (c == '/' || c == '-' || c == '.') {
      ++parts;
    } else if (!is_digit(c)) {
      return false;
    }
  }
  return parts == 2 && text.find_first_of("/-.") <= 2;
}

}  // namespace

InferredDate infer_date(std::string_view text) {
  text = trim(text);
  if (const std::string doubt = doubt_about_text(text); !doubt.empty())
    return {.day = {}, .doubt = doubt};
  const auto date = parse_written_date(text);
  if (!date) {
    const bool two = is_numeric_date(text.substr(0, text.find(' ')));
    return {.day = {}, .doubt = two ? "two dates can be meant" : "it does not read as a date"};
  }
  if (!date->is_exact()) return {.day = {}, .doubt = "only a month: no day is invented"};
  const std::string_view rest = trim_start(text.substr(date->size));
  const bool more = !rest.empty() && is_word(rest.front()) && rest.front() != 'T';
  if (more && !is_digit(rest.front()) && !rest.starts_with("by ")) {
    return {.day = {}, .doubt = "more than a date"};
  }
  return {.day = date->first_day(), .doubt = ""};
}

}  // namespace runbookc
