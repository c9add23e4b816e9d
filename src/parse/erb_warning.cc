#include "parse/erb_warning.h"

#include "base/text.h"

namespace runbookc {
namespace {

// What stands between two quotes, of which the second ends `text`; null data if nothing does.
std::string_view quoted_text(std::string_view text) {
  if (text.size() < 2 || (text[0] != '\'' && text[0] != '"')) return {};
  std::size_t end = 1;
  while (end < text.size() && text[end] != text[0]) end += text[end] == '\\' ? 2 : 1;
  return end + 1 == text.size() ? text.substr(1, end - 1) : std::string_view();
}

}  // namespace

std::string_view warning_text_of(std::string_view inner) {
  constexpr std::string_view kName = "warning_text";
  if (!inner.starts_with('=')) return {};
  std::string_view text = trim(inner.substr(1));
  if (!text.starts_with(kName)) return {};
  text.remove_prefix(kName.size());
  if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
  return quoted_text(trim(text));
}

}  // namespace runbookc
