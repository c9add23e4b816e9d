#include "shell/placeholder_ranges.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "shell/literal_stretch.h"
#include "shell/template_tag.h"

namespace runbookc {
namespace {

constexpr std::size_t kLongest = 60;
constexpr std::size_t kLongestLine = 512;  // of what is quoted with a tag

bool is_inner(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') ||
         std::string_view("_ .-/|:,'`").find(c) != std::string_view::npos;
}

// `<in 2>/dev/null` and `<in 2> log`: the end is a redirection of a descriptor. At the end of a
// line nothing could be its file.
bool ends_in_descriptor(std::string_view inner, std::string_view after) {
  if (inner.size() < 2 || !is_digit(inner.back()) || inner[inner.size() - 2] != ' ') return false;
  const std::size_t file = after.find_first_not_of(" \t");
  return file != std::string_view::npos && after[file] != '\n' && after[file] != '\r';
}

// Backquotes around a command that tells what goes there, as in `<key of `gpg -K`>`.
bool has_open_backquote(std::string_view inner) { return std::ranges::count(inner, '`') % 2 == 1; }

// `(?<name>…)` of a pattern, `\k<name>` that refers to it, and `\<word\>`.
bool is_of_pattern(std::string_view before) {
  return before.ends_with("(?") || before.ends_with("\\k") || before.ends_with('\\');
}

// Whether the line names a file of mark-up, so that what it quotes may be an element.
bool is_about_markup(std::string_view text, std::size_t at) {
  constexpr std::size_t kNear = 200;
  const std::size_t from = at < kNear ? 0 : at - kNear;
  const std::size_t before = text.substr(from, at - from).rfind('\n');
  const std::size_t begin = before == std::string_view::npos ? from : from + before + 1;
  const std::size_t end = text.substr(at, kNear).find('\n');
  const std::string_view line = text.substr(begin, at - begin + std::min<std::size_t>(end, kNear));
  constexpr auto kEnds =
      std::to_array<std::string_view>({".xml", ".html", ".plist", ".pom", ".svg"});
  return std::ranges::any_of(
      kEnds, [line](std::string_view file) { return line.find(file) != std::string_view::npos; });
}

bool is_element_name(std::string_view inner) {
  return std::ranges::all_of(inner,
                             [](char c) { return is_letter(c) || is_digit(c) || c == ':'; }) &&
         std::ranges::any_of(inner, [](char c) { return c >= 'a' && c <= 'z'; });
}

// Whether `inner` is an element of XML that is quoted.
bool is_element(const LiteralStretch& stretch, std::string_view inner, std::string_view text,
                std::size_t at) {
  if (inner.ends_with('/') || stretch.closed.contains(inner)) return true;
  if (stretch.xml && inner.find(':') != std::string_view::npos) return true;
  return is_element_name(inner) && is_about_markup(text, at);
}

// The size of the placeholder that begins at text[at], or 0. `stretch` is around it, or null.
std::size_t size_at(std::string_view text, std::size_t at, const LiteralStretch* stretch) {
  if (at > 0 && (text[at - 1] == '<' || is_of_pattern(text.substr(0, at)))) return 0;
  const std::string_view rest = text.substr(at + 1, kLongest + 1);
  const std::size_t end = rest.find('>');
  if (end == std::string_view::npos || end == 0) return 0;
  const std::string_view inner = rest.substr(0, end);
  if (!is_letter(inner.front()) || inner.back() == ' ') return 0;
  if (!std::ranges::all_of(inner, is_inner) || has_open_backquote(inner)) return 0;
  if (inner.find("://") != std::string_view::npos) return 0;
  if (inner.find("||") != std::string_view::npos) return 0;  // `[[ a <b || c> d ]]`
  if (stretch != nullptr && (at + end + 2 > stretch->end || is_element(*stretch, inner, text, at)))
    return 0;
  const std::string_view after = text.substr(at + end + 2, kLongest);
  if (stretch == nullptr && ends_in_descriptor(inner, after)) return 0;
  // `<in >>out` and `<in>out` are redirections.
  const bool joined = !after.empty() && (is_letter(after[0]) || after[0] == '>');
  return joined ? 0 : end + 2;
}

// The size of a template's tag at text[at], or 0. A here-document that holds some writes a
// template; and between quotes `{{ x }}` is what a program is told to fill in.
std::size_t tag_size(std::string_view text, std::size_t at, const LiteralStretch* stretch) {
  const std::size_t size = template_tag_size(text.substr(at));
  if (size == 0 || stretch == nullptr) return size;
  const std::string_view quoted =
      text.substr(at, std::min(stretch->end - std::min(at, stretch->end), kLongestLine));
  const bool fits = size <= quoted.size() && quoted.find('\n') == std::string_view::npos;
  return fits && !quoted.starts_with("{{ ") ? size : 0;
}

// The size of `[user|group]` or `[project name]` at text[at], or 0: no pattern of names has a bar,
// and a test has a blank behind its bracket.
std::size_t words_size(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at + 1, kLongest + 1);
  const std::size_t end = rest.find(']');
  if (end == std::string_view::npos) return 0;
  const std::string_view inner = rest.substr(0, end);
  const char mark = inner.find('|') != std::string_view::npos ? '|' : ' ';
  std::size_t names = 0;
  for (std::size_t begin = 0; begin <= inner.size();) {
    const std::size_t stop = std::min(inner.find(mark, begin), inner.size());
    const std::string_view name = inner.substr(begin, stop - begin);
    const bool word =
        name.size() >= 2 && is_letter(name.front()) && std::ranges::all_of(name, [](char c) {
          return is_letter(c) || is_digit(c) || c == '_' || c == '-';
        });
    if (!word) return 0;
    ++names;
    begin = stop + 1;
  }
  return names >= 2 ? end + 2 : 0;
}

}  // namespace

std::vector<ByteRange> placeholder_ranges(std::string_view text) {
  constexpr ByteSet kOpening("<{[");
  std::vector<ByteRange> found;
  if (kOpening.find_in(text) == text.size()) return found;
  LiteralReader reader(text);
  while (!reader.done()) {
    const std::size_t at = reader.at();
    std::size_t size = 0;
    if (text[at] == '<' || text[at] == '{') size = tag_size(text, at, reader.stretch());
    if (size == 0 && text[at] == '<') size = size_at(text, at, reader.stretch());
    if (text[at] == '[' && reader.stretch() == nullptr) size = words_size(text, at);
    if (size != 0) {
      found.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size)});
      reader.skip(size);
    } else {
      reader.step();
    }
  }
  return found;
}

}  // namespace runbookc
