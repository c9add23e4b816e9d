#include "emit/marked_text.h"

#include <algorithm>

#include "base/text.h"

namespace runbookc {

namespace {

constexpr std::size_t kFewColours = 40;
constexpr std::size_t kBytesForColour = 4;  // of text, on average

char css_class(HighlightKind kind) {
  switch (kind) {
    case HighlightKind::program:
      return 'p';
    case HighlightKind::option:
      return 'o';
    case HighlightKind::string:
      return 's';
    case HighlightKind::variable:
      return 'v';
    case HighlightKind::comment:
      return 'c';
    case HighlightKind::op:
      return 'x';
    case HighlightKind::keyword:
      return 'k';
  }
  return 'x';
}

void append_placeholder(std::string& out, const Placeholder& placeholder) {
  out += R"(<var class="param" data-name=")";
  append_escaped_html(out, placeholder.name);
  out += "\">";
  append_escaped_html(out, placeholder.text);
  out += "</var>";
}

}  // namespace

MarkedText::MarkedText(std::string_view text, const std::vector<Placeholder>& placeholders)
    : text_(text) {
  for (const Placeholder& placeholder : placeholders) {
    const auto size = static_cast<std::uint32_t>(placeholder.text.size());
    for (const std::uint32_t begin : placeholder.offsets)
      places_.push_back({{begin, begin + size}, &placeholder});
  }
  std::ranges::sort(places_, {}, [](const Place& place) { return place.range.begin; });
}

MarkedText MarkedText::of_message(std::string_view text,
                                  const std::vector<Placeholder>& placeholders) {
  return {text, placeholders};
}

MarkedText MarkedText::of_command(const Command& command) {
  MarkedText marked(command.text, command.placeholders);
  std::vector<ByteRange> ranges;
  ranges.reserve(marked.places_.size());
  for (const Place& place : marked.places_) ranges.push_back(place.range);
  marked.colours_ = highlight_shell(command.text, ranges);
  // Mark-up costs ten times what it marks, and nobody reads by colours what has nothing else.
  const std::size_t count = marked.colours_.size();
  if (count > kFewColours && count * kBytesForColour > command.text.size()) marked.colours_.clear();
  return marked;
}

void MarkedText::append(std::string& out, std::size_t begin, std::size_t end) {
  while (begin < end) {
    while (next_colour_ < colours_.size() && colours_[next_colour_].range.end <= begin)
      ++next_colour_;
    if (next_colour_ == colours_.size() || colours_[next_colour_].range.begin >= end) break;
    const Highlight& colour = colours_[next_colour_];
    const std::size_t from = std::max<std::size_t>(begin, colour.range.begin);
    const std::size_t to = std::min<std::size_t>(end, colour.range.end);
    append_filled(out, begin, from);
    ((out += "<span class=\"") += css_class(colour.kind)) += "\">";
    append_filled(out, from, to);
    out += "</span>";
    begin = to;
  }
  append_filled(out, begin, end);
}

void MarkedText::append_filled(std::string& out, std::size_t begin, std::size_t end) {
  while (begin < end) {
    while (next_place_ < places_.size() && places_[next_place_].range.begin < begin) ++next_place_;
    if (next_place_ == places_.size() || places_[next_place_].range.end > end) break;
    const Place& place = places_[next_place_];
    append_escaped_html(out, text_.substr(begin, place.range.begin - begin));
    append_placeholder(out, *place.placeholder);
    begin = place.range.end;
  }
  if (begin < end) append_escaped_html(out, text_.substr(begin, end - begin));
}

}  // namespace runbookc
