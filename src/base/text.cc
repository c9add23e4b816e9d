#include "base/text.h"

#include <algorithm>
#include <array>

#include "base/byte_set.h"

namespace runbookc {
namespace {

// What isspace says of ASCII, without a call for each byte, as std::string_view::find_first_not_of
// makes: these functions see every byte of the content several times.
constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

constexpr ByteSet kLineEnds("\r\n");

char to_lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Without a branch, so that the compiler looks at many bytes in one step.
bool is_collapsed(std::string_view text) {
  if (text.empty()) return true;
  if (is_space(text.front()) || is_space(text.back())) return false;
  unsigned char wrong = 0;
  const std::size_t size = text.size();
  for (std::size_t i = 1; i < size; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto before = static_cast<unsigned char>(text[i - 1]);
    const bool other_space = static_cast<unsigned char>(byte - '\t') < 5;
    wrong |= other_space | (static_cast<unsigned char>((byte == ' ') & (before == ' ')));
  }
  return wrong == 0;
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> endings) {
  return std::ranges::any_of(endings,
                             [&](std::string_view ending) { return text.ends_with(ending); });
}

bool takes_ies(std::string_view noun) {
  return noun.ends_with('y') && noun.size() > 1 &&
         std::string_view("aeiou").find(noun[noun.size() - 2]) == std::string_view::npos;
}

// What stands for a byte in HTML, if not itself. Control characters are no HTML (Living Standard
// 13.2.3.5), and drive the terminal of who prints the page.
constexpr std::array<std::string_view, 256> kEntities = [] {
  std::array<std::string_view, 256> entities{};
  for (std::size_t control = 0; control < 0x20; ++control) entities[control] = "\uFFFD";
  for (const unsigned char space : {'\t', '\n', '\r'}) entities[space] = {};
  entities[0x7f] = "\uFFFD";
  entities['&'] = "&amp;";
  entities['<'] = "&lt;";
  entities['>'] = "&gt;";
  entities['"'] = "&quot;";
  return entities;
}();

}  // namespace

std::string_view trim_start(std::string_view text) {
  std::size_t first = 0;
  while (first < text.size() && is_space(text[first])) ++first;
  return text.substr(first);
}

std::string_view trim_end(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && is_space(text[end - 1])) --end;
  return text.substr(0, end);
}

std::string_view trim(std::string_view text) { return trim_end(trim_start(text)); }

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), to_lower_ascii);
  return lower;
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, to_lower_ascii, to_lower_ascii);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  pieces.reserve(static_cast<std::size_t>(std::ranges::count(text, separator)) + 1);
  std::size_t begin = 0;
  for (auto end = text.find(separator); end != std::string_view::npos;
       end = text.find(separator, begin)) {
    pieces.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  pieces.push_back(text.substr(begin));
  return pieces;
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  lines.reserve(text.size() / 32 + 1);  // of code and output; a count costs more than it saves
  const bool has_cr = text.find('\r') != std::string_view::npos;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end =
        has_cr ? kLineEnds.find_in(text, begin) : std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    const bool crlf = text.substr(end).starts_with("\r\n");
    begin = end + (crlf ? 2 : 1);
  }
  return lines;
}

std::string join(std::span<const std::string> pieces, std::string_view separator) {
  std::string joined;
  for (const std::string& piece : pieces) {
    if (&piece != pieces.data()) joined += separator;
    joined += piece;
  }
  return joined;
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
  if (from.empty()) return std::string(text);
  std::string replaced;
  std::size_t begin = 0;
  for (auto found = text.find(from); found != std::string_view::npos;
       found = text.find(from, begin)) {
    replaced += text.substr(begin, found - begin);
    replaced += to;
    begin = found + from.size();
  }
  replaced += text.substr(begin);
  return replaced;
}

std::string collapse_space(std::string_view text) {
  if (is_collapsed(text)) return std::string(text);  // nearly always
  std::string collapsed;
  collapsed.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !is_space(text[end])) ++end;
    if (end > at && !collapsed.empty()) collapsed += ' ';
    collapsed += text.substr(at, end - at);
    at = end + 1;
  }
  return collapsed;
}

void append_escaped_html(std::string& out, std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view entity = kEntities[static_cast<unsigned char>(text[i])];
    if (entity.empty()) continue;
    out += text.substr(begin, i - begin);
    out += entity;
    begin = i + 1;
  }
  out += text.substr(begin);
}

std::string escape_html(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size() + text.size() / 16);
  append_escaped_html(escaped, text);
  return escaped;
}

std::string count_of(std::size_t count, std::string_view noun) {
  std::string text = std::to_string(count);
  text += ' ';
  if (count == 1) return text.append(noun);
  if (takes_ies(noun)) return text.append(noun.substr(0, noun.size() - 1)).append("ies");
  text += noun;
  return text += ends_with_any(noun, {"s", "x", "ch", "sh"}) ? "es" : "s";
}

}  // namespace runbookc
