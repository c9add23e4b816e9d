#include "adopt/stated_severity.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "adopt/stated_text.h"
#include "base/ascii.h"
#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::array<std::string_view, 24> kAdjectives = {
    "critical", "high",      "medium", "moderate", "low",      "minor",    "major", "severe",
    "urgent",   "warning",   "info",   "normal",   "severity", "priority", "sev",   "emergency",
    "incident", "incidents", "outage", "impact",   "page",     "and",      "or",    "level"};
constexpr std::array<std::string_view, 6> kRanges = {"-",      "to",     "through",
                                                     "\u2013", "\u2014", ".."};
// What follows a dash or stands in brackets says the level again, but for these.
constexpr std::array<std::string_view, 28> kTurns = {
    "not",     "no",       "non",       "never",   "higher",    "above", "below",
    "lower",   "up",       "down",      "was",     "now",       "if",    "when",
    "unless",  "except",   "until",     "or",      "to",        "than",  "from",
    "depends", "formerly", "initially", "usually", "sometimes", "isn",   "may"};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_joint(char c) { return c == ' ' || c == ',' || c == '/' || c == '&' || c == ';'; }

class SeverityReader {
 public:
  SeverityReader(std::string_view text, const std::vector<std::string>& scale)
      : text_(text), scale_(scale) {}

  // Whether every word is understood.
  bool run() {
    while (at_ < text_.size()) {
      const bool opens = text_[at_] == '(' && found_.empty();  // "Critical (P1)"
      const bool closes = text_[at_] == ')' && at_ + 1 == text_.size();
      if (is_joint(text_[at_]) || opens || closes) {
        ++at_;
      } else if (const auto level = level_at(at_)) {
        take_level(*level);
      } else if (!found_.empty() && (text_[at_] == '-' || (text_[at_] & 0x80) != 0)) {
        if (!take_dash()) return false;
      } else if (text_[at_] == '(' && text_.ends_with(')')) {
        return is_remark(text_.substr(at_ + 1, text_.size() - at_ - 2));
      } else if (!take_word()) {
        return false;
      }
    }
    return !is_range_;
  }

  std::vector<std::string> levels() const {
    std::vector<std::string> levels;
    for (const std::size_t i : found_) levels.push_back(scale_[i]);
    return levels;
  }

 private:
  std::optional<std::size_t> level_at(std::size_t at) const {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < scale_.size(); ++i) {
      const std::size_t size = scale_[i].size();
      const bool named = equals_ignoring_case(text_.substr(at, size), scale_[i]);
      const std::string_view rest = text_.substr(std::min(at + size, text_.size()));
      const bool ends = rest.empty() || (!is_word(rest.front()) && rest.front() != '+');
      if (named && ends && (!found || size > scale_[*found].size())) found = i;
    }
    return found;
  }

  void take_level(std::size_t level) {
    found_.insert(level);
    if (is_range_) {
      for (std::size_t i = std::min(last_, level); i < std::max(last_, level); ++i)
        found_.insert(i);
    }
    is_range_ = false;
    last_ = level;
    at_ += scale_[level].size();
  }

  // Between two levels it is a range; else a remark follows.
  bool take_dash() {
    const std::size_t end = std::min(text_.find_first_of(" (", at_), text_.size());
    for (const std::string_view dash : kRanges) {
      if (!text_.substr(at_).starts_with(dash)) continue;
      std::size_t next = at_ + dash.size();
      while (next < text_.size() && text_[next] == ' ') ++next;
      if (level_at(next)) {
        is_range_ = true;
        at_ = next;
        return true;
      }
      if (next == at_ + dash.size() && next < end) return false;
      const bool is_fine = is_remark(text_.substr(next));
      at_ = text_.size();
      return is_fine;
    }
    return false;
  }

  bool take_word() {
    std::size_t end = at_;
    while (end < text_.size() && is_word(text_[end])) ++end;
    const std::string word = lower_ascii(text_.substr(at_, end - at_));
    at_ = end;
    if (is_one_of(word, kRanges) && !found_.empty()) {
      is_range_ = true;
      return true;
    }
    return is_one_of(word, kAdjectives);
  }

  // Words alone: no other level, and none that turns the meaning.
  bool is_remark(std::string_view text) const {
    std::string word;
    for (const char c : std::string(text) + " ") {
      if (is_word(c)) {
        word += c;
        continue;
      }
      if (is_one_of(lower_ascii(word), kTurns)) return false;
      const bool is_level = std::ranges::any_of(
          scale_, [&](const std::string& level) { return equals_ignoring_case(level, word); });
      if (is_level || c == '+' || c == '>' || c == '<') return false;
      word.clear();
    }
    return true;
  }

  std::string_view text_;
  const std::vector<std::string>& scale_;
  std::size_t at_ = 0;
  std::set<std::size_t> found_;  // places in the scale
  std::size_t last_ = 0;
  bool is_range_ = false;
};

}  // namespace

StatedSeverity read_severity(std::string_view text, const std::vector<std::string>& scale) {
  text = trim(text);
  if (std::string doubt = doubt_about_text(text); !doubt.empty()) {
    return {.levels = {}, .doubt = std::move(doubt)};
  }
  SeverityReader reader(text, scale);
  const bool is_understood = reader.run();
  std::vector<std::string> levels = reader.levels();
  if (levels.empty()) return {.levels = {}, .doubt = "none of the project's severities"};
  if (!is_understood) return {.levels = {}, .doubt = "more than severities"};
  return {.levels = std::move(levels), .doubt = ""};
}

}  // namespace runbookc
