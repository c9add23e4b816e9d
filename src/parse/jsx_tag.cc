#include "parse/jsx_tag.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "parse/prose_lines.h"

namespace runbookc {
namespace {

// Each thing that is never closed costs no more than a few times its size.
constexpr std::size_t kDeepest = 8;      // braces in braces
constexpr std::size_t kMostQuotes = 64;  // of one tag

bool is_name_byte(char c) { return is_word(c) || c == '.'; }

// One past the quote that closes the one at `at`; npos if it does not, on this paragraph.
std::size_t behind_quote(std::string_view text, std::size_t at) {
  const std::size_t end = text.find(text[at], at + 1);
  return end == std::string_view::npos ? end : end + 1;
}

// One past the `}` for the `{` that `text` begins with; 0 if there is none.
std::size_t expression_size(std::string_view text) {
  if (text.starts_with("{#")) return 0;
  std::size_t depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == "\n\n") return 0;
    if (text[i] == '{' && ++depth > kDeepest) return 0;
    if (text[i] == '}' && --depth == 0) return i + 1;
  }
  return 0;
}

// A component's name has an upper case letter in front and a lower case one behind it.
std::size_t component_name_size(std::string_view text) {
  const auto end = std::ranges::find_if_not(text, is_name_byte);
  const auto name = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  const bool is_component =
      !name.empty() && is_upper(name[0]) && std::ranges::any_of(name, is_lower);
  return is_component ? name.size() : 0;
}

// Of one of HTML's, or another's in lower case.
std::size_t element_name_size(std::string_view text) {
  if (text.empty() || !is_lower(text[0])) return 0;
  const auto end =
      std::ranges::find_if_not(text, [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
  return static_cast<std::size_t>(end - text.begin());
}

struct TagEnd {
  std::size_t at = 0;  // behind the `>`; 0 if another tag begins before it
  bool has_expression = false;
};

// Of the tag whose name ends at `at`.
TagEnd tag_end(std::string_view text, std::size_t at) {
  TagEnd end;
  std::size_t quotes = 0;
  while (at < text.size() && text[at] != '>') {
    const char c = text[at];
    if (c == '<' || quotes > kMostQuotes || text.substr(at, 2) == "\n\n") return {};
    if (c == '"' || c == '\'') {
      ++quotes;
      at = behind_quote(text, at);
      if (at == std::string_view::npos) return {};
    } else if (c == '{') {
      const std::size_t size = expression_size(text.substr(at));
      if (size == 0) return {};
      end.has_expression = true;
      at += size;
    } else {
      ++at;
    }
  }
  end.at = at < text.size() ? at + 1 : 0;
  return end;
}

// `<a href={x}>`: what is left of it without its expressions is no HTML.
std::size_t element_with_expression_size(std::string_view text) {
  const std::size_t name = element_name_size(text.substr(1));
  if (name == 0 || name + 1 >= text.size()) return 0;
  if (std::string_view(" \t\r\n").find(text[name + 1]) == std::string_view::npos) return 0;
  const TagEnd end = tag_end(text, name + 1);
  return end.has_expression ? end.at : 0;
}

}  // namespace

std::size_t jsx_tag_size(std::string_view text) {
  if (text.starts_with('{')) return expression_size(text);
  if (text.starts_with("<>")) return 2;
  if (text.starts_with("</>")) return 3;
  const std::size_t name = text.starts_with("</") ? 2 : 1;
  if (!text.starts_with('<') || name >= text.size()) return 0;
  const std::size_t size = component_name_size(text.substr(name));
  return size == 0 ? element_with_expression_size(text) : tag_end(text, name + size).at;
}

std::size_t jsx_comment_size(std::string_view text, bool begins_line) {
  constexpr std::string_view kOpen = "{/*";
  if (!text.starts_with(kOpen)) return 0;
  // Only up to the next opening mark: a row of them is read once.
  const std::size_t next = text.find(kOpen, kOpen.size());
  const std::size_t close = text.substr(0, next).find("*/", kOpen.size());
  if (close == std::string_view::npos) return 0;
  const std::size_t brace = text.find_first_not_of(" \t\r\n", close + 2);
  if (brace == std::string_view::npos || text[brace] != '}') return 0;
  return begins_line || !holds_fence(text.substr(0, brace)) ? brace + 1 : 0;
}

std::string_view opened_element(std::string_view tag) {
  constexpr auto kVoid = std::to_array<std::string_view>(
      {"area", "br", "col", "embed", "hr", "img", "input", "link", "source", "track", "wbr"});
  if (!tag.starts_with('<') || tag.ends_with("/>")) return {};
  const std::string_view name = tag.substr(1, element_name_size(tag.substr(1)));
  return std::ranges::find(kVoid, name) == kVoid.end() ? name : std::string_view();
}

std::string_view closed_element(std::string_view text) {
  if (!text.starts_with("</")) return {};
  const std::size_t size = element_name_size(text.substr(2));
  return text.substr(2).substr(size).starts_with('>') ? text.substr(2, size) : std::string_view();
}

}  // namespace runbookc
