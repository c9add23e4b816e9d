#include "shell/backquoted.h"

#include <algorithm>

namespace runbookc::shell {
namespace {

// The placeholders of `range`, by the bytes of what was made of it.
std::vector<ByteRange> placeholders_in(const std::vector<ByteRange>& placeholders, ByteRange range,
                                       const std::vector<std::uint32_t>& origins) {
  const auto place = [&](std::uint32_t origin) {
    return static_cast<std::uint32_t>(std::ranges::lower_bound(origins, origin) - origins.begin());
  };
  std::vector<ByteRange> found;
  auto next = std::ranges::lower_bound(placeholders, range.begin, {}, &ByteRange::begin);
  for (; next != placeholders.end() && next->end <= range.end; ++next)
    found.push_back({place(next->begin), place(next->end)});
  return found;
}

}  // namespace

UnescapedText unescape_backquoted(std::string_view text, const std::vector<ByteRange>& placeholders,
                                  ByteRange range, bool quoted) {
  const std::string_view escapable = quoted ? "$`\\\"" : "$`\\";
  UnescapedText unescaped;
  unescaped.text.reserve(range.size());
  unescaped.origins.reserve(range.size() + 1);
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    unescaped.origins.push_back(at);
    const bool escapes = text[at] == '\\' && at + 1 < range.end;
    const bool drops = escapes && escapable.find(text[at + 1]) != std::string_view::npos;
    if (escapes && !drops) {
      unescaped.text += text[at];
      unescaped.origins.push_back(at + 1);
    }
    if (escapes) ++at;
    unescaped.text += text[at];
  }
  unescaped.origins.push_back(range.end);
  unescaped.placeholders = placeholders_in(placeholders, range, unescaped.origins);
  return unescaped;
}

}  // namespace runbookc::shell
