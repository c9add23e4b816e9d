#include "parse/text_places.h"

#include <algorithm>
#include <utility>

#include "base/unicode.h"

namespace runbookc {

TextPlaces::TextPlaces(const CodeBlock& code, const std::vector<std::string_view>& block_lines,
                       std::string_view text, std::vector<LineOrigin> origins)
    : code_(code), block_lines_(block_lines), origins_(std::move(origins)), starts_{0} {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    starts_.push_back(at + 1);
}

Position TextPlaces::at(std::size_t offset) {
  const std::size_t line =
      static_cast<std::size_t>(std::ranges::upper_bound(starts_, offset) - starts_.begin()) - 1;
  LineOrigin origin{static_cast<std::uint32_t>(line), 0};
  if (line < origins_.size()) origin = origins_[line];
  if (origin.line >= code_.line_starts.size() || origin.line >= block_lines_.size())
    return code_.content.end;
  Position position = code_.line_starts[origin.line];
  const std::string_view text = block_lines_[origin.line];
  const std::size_t bytes = std::min(origin.skipped + (offset - starts_[line]), text.size());
  if (known_.line != origin.line || known_.bytes > bytes) known_ = {origin.line, 0, 0};
  known_.points += static_cast<std::uint32_t>(
      count_code_points(text.substr(known_.bytes, bytes - known_.bytes)));
  known_.bytes = bytes;
  position.column += known_.points;
  return position;
}

Span TextPlaces::span(ByteRange range) {
  const Position begin = at(range.begin);
  return {begin, at(range.end)};
}

}  // namespace runbookc
