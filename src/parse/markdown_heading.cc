#include "parse/markdown_heading.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace runbookc {
namespace {

bool is_id_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '_' || c == '.' || c == ':';
}

}  // namespace

bool is_reserved_id(std::string_view id) {
  static constexpr std::array<std::string_view, 4> kPrefixes = {"page.", "cmd.", "code.", "step."};
  return std::ranges::any_of(kPrefixes, [&](std::string_view own) { return id.starts_with(own); });
}

HeadingId split_heading_id(std::string_view heading) {
  const std::string_view text = trim_end(heading);
  HeadingId none{std::string(heading), {}};
  if (!text.ends_with('}')) return none;
  const std::size_t open = text.rfind("{#");
  if (open == std::string_view::npos) return none;
  const std::string_view id = text.substr(open + 2, text.size() - open - 3);
  if (id.empty() || !std::ranges::all_of(id, is_id_byte) || is_reserved_id(id)) return none;
  return {std::string(trim_end(text.substr(0, open))), std::string(id)};
}

std::string language_of(std::string_view info) {
  const std::size_t begin = std::min(info.find_first_not_of("{. \t"), info.size());
  const std::size_t end = std::min(info.find_first_of(" \t,{}=:;", begin), info.size());
  return lower_ascii(info.substr(begin, end - begin));
}

std::string_view last_line_of(std::string_view heading) {
  heading = trim_end(heading);
  const std::size_t last = heading.rfind('\n');
  return last == std::string_view::npos ? heading : heading.substr(last + 1);
}

}  // namespace runbookc
