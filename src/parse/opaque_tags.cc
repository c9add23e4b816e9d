#include "parse/opaque_tags.h"

#include <algorithm>
#include <array>
#include <optional>

#include "parse/jsx_tag.h"

namespace runbookc {
namespace {

constexpr std::size_t kMostBytes = 4096;  // of one tag

struct Marks {
  std::string_view open;
  std::string_view close;
  std::string_view shown;  // behind the opening mark: it is to be shown as it stands
};

constexpr std::array<Marks, 2> kShortcodes = {{{"{{<", ">}}", "/*"}, {"{{%", "%}}", "/*"}}};
constexpr std::array<Marks, 1> kErb = {{{"<%", "%>", "%"}}};
constexpr std::array<Marks, 1> kAttributeLists = {{{"{:", "}", "{"}}};

ByteRange range_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// The tag between `marks` whose opening one stands at `at`.
std::optional<OpaqueTag> marked_tag(std::string_view text, std::size_t at, const Marks& marks) {
  const std::size_t begin = at + marks.open.size();
  const std::string_view window = text.substr(begin, kMostBytes);
  if (window.starts_with(marks.shown)) return std::nullopt;
  // Only up to the next opening mark: a row of them is read once.
  const std::size_t close = window.substr(0, window.find(marks.open)).find(marks.close);
  if (close == std::string_view::npos) return std::nullopt;
  return OpaqueTag{range_of(at, begin + close + marks.close.size()),
                   range_of(begin, begin + close)};
}

std::span<const Marks> marks_of(TagSyntax syntax) {
  if (syntax == TagSyntax::shortcodes) return kShortcodes;
  if (syntax == TagSyntax::erb) return kErb;
  if (syntax == TagSyntax::attribute_lists) return kAttributeLists;
  return {};
}

std::optional<OpaqueTag> tag_at(std::string_view text, std::size_t at, TagSyntax syntax) {
  if (syntax == TagSyntax::jsx) {
    const std::size_t size = jsx_tag_size(text.substr(at, kMostBytes));
    if (size == 0) return std::nullopt;
    return OpaqueTag{range_of(at, at + size), range_of(at + 1, at + size - 1)};
  }
  for (const Marks& marks : marks_of(syntax)) {
    if (text.substr(at, marks.open.size()) != marks.open) continue;
    if (auto tag = marked_tag(text, at, marks)) return tag;
  }
  return std::nullopt;
}

// A blank line, or one that opens or closes a fence.
bool ends_prose(std::string_view line) {
  if (line.find_first_not_of(" \t\r>") == std::string_view::npos) return true;
  const std::size_t begin = line.find_first_not_of(" \t>-*+0123456789.)");  // quotes, items
  const std::string_view rest = line.substr(std::min(begin, line.size()));
  return rest.starts_with("```") || rest.starts_with("~~~");
}

// Where the lines end that a tag may go over: an opening mark that stands in a sentence must not
// take the commands below with it.
std::size_t end_of_reach(std::string_view text, std::size_t at) {
  std::size_t line_end = text.find('\n', at);
  while (line_end != std::string_view::npos) {
    const std::size_t begin = line_end + 1;
    line_end = text.find('\n', begin);
    if (ends_prose(text.substr(begin, line_end - begin))) return begin;
  }
  return text.size();
}

}  // namespace

std::vector<OpaqueTag> find_opaque_tags(std::string_view text, TagSyntax syntax) {
  std::vector<OpaqueTag> tags;
  if (syntax == TagSyntax::none) return tags;
  std::size_t at = text.find_first_of("{<");
  std::size_t reach = 0;
  while (at != std::string_view::npos) {
    if (at >= reach) reach = end_of_reach(text, at);
    const auto tag = tag_at(text.substr(0, reach), at, syntax);
    if (tag) tags.push_back(*tag);
    at = text.find_first_of("{<", tag ? tag->range.end : at + 1);
  }
  return tags;
}

}  // namespace runbookc
