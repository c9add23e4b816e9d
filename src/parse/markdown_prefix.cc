#include "parse/markdown_prefix.h"

#include <algorithm>

#include "base/ascii.h"

namespace runbookc {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_word_byte(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}
bool ends_marker(std::string_view line, std::size_t at) {
  return at >= line.size() || is_blank(line[at]);
}

struct Marker {
  std::size_t size = 0;
  std::size_t escape = 0;  // where, within it, a backslash disarms it
  bool quote = false;
};

Marker ordered_marker(std::string_view line, std::size_t at) {
  std::size_t end = at;
  while (end < line.size() && end - at < 9 && is_digit(line[end])) ++end;
  const bool closed = end > at && end < line.size() && (line[end] == '.' || line[end] == ')');
  if (!closed || !ends_marker(line, end + 1)) return {};
  return {end + 1 - at, end - at, false};
}

Marker footnote_marker(std::string_view line, std::size_t at) {
  if (line.substr(at, 2) != "[^") return {};
  const std::size_t end = line.find_first_of("] \t", at + 2);
  if (end == std::string_view::npos || line.substr(end, 2) != "]:") return {};
  return {end + 2 - at, 0, false};
}

Marker marker_at(std::string_view line, std::size_t at) {
  const char c = line[at];
  if (c == '>') return {1, 0, true};
  if (c == '-' || c == '+' || c == '*') {
    return ends_marker(line, at + 1) ? Marker{1, 0, false} : Marker{};
  }
  return is_digit(c) ? ordered_marker(line, at) : footnote_marker(line, at);
}

// Where the line's last stretch of only `mark` and blanks begins: a thematic break from there on.
std::size_t rule_start(std::string_view line, char mark) {
  std::size_t at = line.size();
  while (at > 0 && (line[at - 1] == mark || is_blank(line[at - 1]))) --at;
  return at;
}

// Without a branch, so that the compiler looks at many bytes in one step: most lines cost nothing.
bool may_cost(std::string_view text) {
  unsigned char found = 0;
  for (const char c : text)
    found |= (c == '<' ? 1 : 0) | (c == '*' ? 1 : 0) | (c == '_' ? 1 : 0) | (c == '~' ? 1 : 0);
  return found != 0;
}

}  // namespace

std::optional<std::size_t> may_be_marker(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && is_blank(line[at])) ++at;
  if (at == line.size()) return std::nullopt;
  const char c = line[at];
  const bool can = c == '>' || c == '-' || c == '+' || c == '*' || c == '[' || is_digit(c);
  return can ? std::optional(at) : std::nullopt;
}

PrefixMarkers scan_markers(std::string_view line, std::size_t first, std::size_t most) {
  PrefixMarkers found;
  const std::size_t stars = rule_start(line, '*');
  const std::size_t dashes = rule_start(line, '-');
  std::size_t at = first;
  while (at < line.size() && found.offsets.size() <= 2 * most + 1) {
    if (is_blank(line[at])) {
      ++at;
      continue;
    }
    const bool is_rule = (line[at] == '*' && at >= stars) || (line[at] == '-' && at >= dashes);
    const bool is_long = line.size() - at > 4;
    if (is_rule && is_long) break;
    const Marker marker = marker_at(line, at);
    if (marker.size == 0) break;
    found.offsets.push_back(static_cast<std::uint32_t>(at + marker.escape));
    (marker.quote ? found.quotes : found.others) += 1;
    at += marker.size;
  }
  return found;
}

DelimiterRow scan_delimiter_row(std::string_view line) {
  DelimiterRow row;
  std::size_t at = 0;
  while (at < line.size() && (is_blank(line[at]) || line[at] == '>')) ++at;
  row.offset = static_cast<std::uint32_t>(at);
  bool dash = false;
  bool other = false;
  for (; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '|') ++row.columns;
    dash = dash || c == '-';
    other = other || c == '|' || c == ':';
    if (c != '|' && c != ':' && c != '-' && c != '\v' && c != '\f' && !is_blank(c)) return row;
  }
  row.plausible = dash && other;
  row.columns = row.columns > 1 ? row.columns - 1 : 1;
  return row;
}

std::optional<std::size_t> nth_pipe(std::string_view line, std::size_t n) {
  if (line.size() < n) return std::nullopt;
  std::size_t seen = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '\\') {
      ++at;
    } else if (line[at] == '|' && ++seen == n) {
      return at;
    }
  }
  return std::nullopt;
}

void InlineCost::add(std::string_view text) {
  if (!may_cost(text)) return;
  const auto at_or_space = [&](std::size_t at) { return at < text.size() ? text[at] : ' '; };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const char next = at_or_space(at + 1);
    openers += c == '<' && (next == '?' || next == '!') ? 1 : 0;
    const bool is_mark = c == '*' || c == '_' || c == '~';
    if (!is_mark || next == c) continue;  // a run counts once
    const char before = at > 0 ? text[at - 1] : ' ';
    const bool in_word = c == '_' && is_word_byte(before) && is_word_byte(next);
    const bool alone = is_blank(before) && is_blank(next);
    marks += in_word || alone ? 0 : 1;
  }
}

bool InlineCost::is_too_high(std::size_t size) const {
  constexpr std::size_t kSteps = 1'000'000;
  return openers * size > kSteps || marks * marks > 2 * kSteps;
}

}  // namespace runbookc
