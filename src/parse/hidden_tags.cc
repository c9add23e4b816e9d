#include "parse/hidden_tags.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/unicode.h"
#include "parse/attribute_list.h"
#include "parse/erb_warning.h"
#include "parse/markdown_heading.h"

namespace runbookc {
namespace {

bool is_alone(const std::vector<LineTag>& tags, std::string_view line) {
  std::size_t at = 0;
  for (const LineTag& tag : tags) {
    if (!trim(line.substr(at, tag.raw.begin - at)).empty()) return false;
    at = tag.raw.end;
  }
  return trim(line.substr(at)).empty();
}

// What stands before a link's target: inline, in a definition, in HTML.
bool opens_target(std::string_view before) {
  static constexpr std::array<std::string_view, 4> kOpenings = {"](", "]:", "=\"", "='"};
  before = trim_end(before);
  return std::ranges::any_of(kOpenings,
                             [&](std::string_view end) { return before.ends_with(end); });
}

// ` {: #disk .wide }` at the end of a heading reads as ` {#disk}`.
std::string heading_id_stand_in(std::string_view id, std::string text) {
  const std::string short_form = "{#" + std::string(id) + "}";
  if (short_form.size() > text.size() || split_heading_id(short_form).id != id) return text;
  return text.substr(short_form.size()) + short_form;
}

// `/* #disk */`
std::string_view comment_id(std::string_view inner) {
  inner = trim(inner);
  if (!inner.starts_with("/*") || !inner.ends_with("*/")) return {};
  inner = trim(inner.substr(2, inner.size() - 4));
  return inner.starts_with('#') ? inner.substr(1) : std::string_view();
}

std::string_view heading_id(std::string_view inner, TagSyntax syntax) {
  if (syntax == TagSyntax::attribute_lists) return attribute_list_id(inner);
  return syntax == TagSyntax::jsx ? comment_id(inner) : std::string_view();
}

}  // namespace

std::string without_hidden(std::string_view text) {
  std::string shown(text);
  std::erase(shown, kHiddenSign);
  return shown;
}

bool has_hidden_sign(std::string_view text) {
  return text.find(kHiddenSign) != std::string_view::npos;
}

HiddenTags::HiddenTags(BodyLines& lines, TagSyntax syntax)
    : lines_(&lines),
      syntax_(syntax),
      body_(lines.body()),
      tags_(find_opaque_tags(lines.body(), syntax)) {}

std::string_view HiddenTags::inner(std::size_t number) const {
  const ByteRange range = tags_[number].inner;
  return body_.substr(range.begin, range.size());
}

// Of the line, in the body.
ByteRange HiddenTags::range_of(std::uint32_t line) const {
  const std::string_view text = lines_->raw(line);
  const auto begin = static_cast<std::uint32_t>(text.data() - body_.data());
  return {begin, begin + static_cast<std::uint32_t>(text.size())};
}

std::vector<LineTag> HiddenTags::on_line(std::uint32_t line) {
  std::vector<LineTag> tags;
  if (next_ == tags_.size()) return tags;
  const auto [begin, end] = range_of(line);
  while (next_ < tags_.size() && tags_[next_].range.end <= begin) ++next_;
  for (std::size_t i = next_; i < tags_.size() && tags_[i].range.begin < end; ++i) {
    const ByteRange range = tags_[i].range;
    tags.push_back({i,
                    {std::max(range.begin, begin) - begin, std::min(range.end, end) - begin},
                    {},
                    range.begin >= begin,
                    range.end <= end});
  }
  return tags;
}

void HiddenTags::skip(std::uint32_t line) {
  if (next_ == tags_.size()) return;
  const std::uint32_t end = range_of(line).end;
  while (next_ < tags_.size() && tags_[next_].range.begin < end) ++next_;
}

// The path keeps its place; quotes around one with blanks become the brackets that such a target
// needs in Markdown.
std::string HiddenTags::reference_stand_in(std::uint32_t line, const LineTag& tag,
                                           std::string text) {
  const std::string_view raw = lines_->raw(line);
  const std::string_view before = raw.substr(0, tag.raw.begin);
  const Shortcode shortcode = read_shortcode(inner(tag.number));
  if (!is_reference(shortcode) || !opens_target(before)) return text;
  const std::string_view path = argument_of(shortcode, "path", 0);
  if (path.empty() || !is_ascii(raw.substr(tag.raw.begin, tag.raw.size()))) return text;
  const auto at = static_cast<std::size_t>(path.data() - raw.data());
  std::ranges::fill(text, ' ');
  const std::size_t offset = at - tag.raw.begin;
  text.replace(offset, path.size(), path);
  const bool in_html = before.ends_with('"') || before.ends_with('\'');
  if (!in_html && path.find(' ') != std::string_view::npos) {
    text[offset - 1] = '<';
    text[offset + path.size()] = '>';
  }
  lines_->note_shortcode_path(lines_->raw_position(line, static_cast<std::uint32_t>(at)));
  return text;
}

// The text that a helper shows keeps its place, as far as it stands on the line.
std::string HiddenTags::helper_stand_in(std::uint32_t line, const LineTag& tag,
                                        std::string text) const {
  const std::string_view shown = warning_text_of(inner(tag.number));
  if (shown.empty()) return text;
  const std::uint32_t start = range_of(line).begin;
  const auto shown_begin = static_cast<std::uint32_t>(shown.data() - body_.data());
  const std::uint32_t begin = std::max(shown_begin, start + tag.raw.begin);
  const std::uint32_t end =
      std::min(shown_begin + static_cast<std::uint32_t>(shown.size()), start + tag.raw.end);
  if (begin >= end) return text;
  const std::string_view before =
      body_.substr(start + tag.raw.begin, begin - start - tag.raw.begin);
  const std::string_view part = body_.substr(begin, end - begin);
  text.replace(count_code_points(before), count_code_points(part), part);
  return text;
}

std::string HiddenTags::stand_in(std::uint32_t line, const LineTag& tag, char sign) {
  const std::string_view raw = lines_->raw(line);
  const std::string_view written = raw.substr(tag.raw.begin, tag.raw.size());
  std::string text(count_code_points(written), sign);
  if (syntax_ == TagSyntax::erb) return helper_stand_in(line, tag, std::move(text));
  const OpaqueTag& whole = tags_[tag.number];
  if (whole.range.size() != tag.raw.size()) return text;
  if (syntax_ == TagSyntax::shortcodes) return reference_stand_in(line, tag, std::move(text));
  const bool ends_heading =
      trim_start(raw).starts_with('#') && trim(raw.substr(tag.raw.end)).empty();
  const std::string_view id =
      ends_heading ? heading_id(inner(tag.number), syntax_) : std::string_view();
  return id.empty() ? text : heading_id_stand_in(id, std::move(text));
}

void HiddenTags::hide(std::uint32_t line, std::vector<LineTag>& tags) {
  if (tags.empty()) return;
  const std::string_view raw = lines_->raw(line);
  const char sign = is_alone(tags, raw) ? ' ' : kHiddenSign;
  std::string hidden;
  std::size_t done = 0;
  for (LineTag& tag : tags) {
    hidden += raw.substr(done, tag.raw.begin - done);
    tag.shown.begin = static_cast<std::uint32_t>(hidden.size());
    hidden += stand_in(line, tag, sign);
    tag.shown.end = static_cast<std::uint32_t>(hidden.size());
    done = tag.raw.end;
  }
  hidden += raw.substr(done);
  lines_->hide(line, std::move(hidden));
}

}  // namespace runbookc
