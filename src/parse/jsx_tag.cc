#include "parse/jsx_tag.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

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

// From the end of the name at `at` to behind the `>`; 0 if another tag begins before it.
std::size_t tag_end(std::string_view text, std::size_t at) {
  std::size_t quotes = 0;
  while (at < text.size() && text[at] != '>') {
    const char c = text[at];
    if (c == '<' || quotes > kMostQuotes || text.substr(at, 2) == "\n\n") return 0;
    if (c == '"' || c == '\'') {
      ++quotes;
      at = behind_quote(text, at);
      if (at == std::string_view::npos) return 0;
    } else if (c == '{') {
      const std::size_t size = expression_size(text.substr(at));
      if (size == 0) return 0;
      at += size;
    } else {
      ++at;
    }
  }
  return at < text.size() ? at + 1 : 0;
}

}  // namespace

std::size_t jsx_tag_size(std::string_view text) {
  if (text.starts_with('{')) return expression_size(text);
  if (text.starts_with("<>")) return 2;
  if (text.starts_with("</>")) return 3;
  const std::size_t name = text.starts_with("</") ? 2 : 1;
  if (!text.starts_with('<') || name >= text.size()) return 0;
  const std::size_t size = component_name_size(text.substr(name));
  return size == 0 ? 0 : tag_end(text, name + size);
}

// "export the table first" is a sentence.
bool is_module_line(std::string_view line) {
  constexpr auto kExported = std::to_array<std::string_view>(
      {"async ", "class ", "const ", "default ", "function ", "let ", "var ", "{", "*"});
  if (line.starts_with("import ")) {
    return line.find(" from ") != std::string_view::npos || line.find_first_of("\"'") == 7;
  }
  if (!line.starts_with("export ")) return false;
  const std::string_view rest = line.substr(7);
  return std::ranges::any_of(kExported,
                             [&](std::string_view word) { return rest.starts_with(word); });
}

}  // namespace runbookc
