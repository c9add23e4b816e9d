#include "adopt/stated_text.h"

#include <algorithm>
#include <array>

#include "adopt/unfit_text.h"
#include "base/ascii.h"
#include "base/text.h"
#include "prose/unresolved_text.h"

namespace runbookc {
namespace {

// `[TEAM]`, `[Your name]`, `<owner>`, `{{ owner }}`: brackets around all of it.
bool is_bracketed(std::string_view text) {
  return (text.starts_with('[') && text.ends_with(']')) ||
         (text.starts_with('<') && text.ends_with('>')) ||
         (text.starts_with('{') && text.ends_with('}'));
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, lower_ascii(trim(text))) != words.end();
}

}  // namespace

bool says_nothing(std::string_view text) {
  text = trim(text);
  return text.find_first_not_of("-_. ?") == std::string_view::npos || is_bracketed(text) ||
         !find_unresolved(text).empty() || lower_ascii(text).starts_with("todo:") ||
         is_one_of(text, {"tbd", "todo", "tba", "tbc", "xxx", "fixme"});
}

std::string doubt_about_text(std::string_view text) {
  text = trim(text);
  if (text.find_first_not_of("-_. ?") == std::string_view::npos) return "empty";
  if (is_bracketed(text) || !find_unresolved(text).empty()) return "never filled in";
  if (says_nothing(text)) return "still to be filled in";
  if (is_one_of(text, {"none", "n/a", "na", "unknown", "nobody", "no one", "unassigned"})) {
    return "it says that there is none";
  }
  return unfit_text(text);
}

bool says_none(std::string_view text) {
  return is_one_of(text, {"none", "no", "n/a", "na", "not required", "not needed", "none required",
                          "no approval", "no approval required", "nobody"});
}

std::vector<std::string> listed_items(std::string_view text) {
  std::string even(text);
  for (const std::string_view joint : {";", " + "}) even = replace_all(even, joint, ",");
  std::vector<std::string> items;
  for (const std::string_view item : split(even, ',')) {
    if (!trim(item).empty()) items.emplace_back(trim(item));
  }
  return items;
}

}  // namespace runbookc
