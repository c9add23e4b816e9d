#include "parse/markdown_content.h"

#include <algorithm>

namespace runbookc {

void ContentMap::add_line(std::uint32_t line, std::size_t size) {
  const LineInfo& info = lines_->info(line);
  segments_.push_back({size_, line, info.offset, info.padding});
  size_ += size;
}

void ContentMap::add_line(std::uint32_t line, std::size_t size, std::uint32_t offset) {
  segments_.push_back({size_, line, offset, 0});
  size_ += size;
}

void ContentMap::add_lines(std::uint32_t line, std::string_view content) {
  while (!content.empty()) {
    const std::size_t end = content.find('\n');
    const std::size_t size = end == std::string_view::npos ? content.size() : end + 1;
    add_line(line++, size);
    content.remove_prefix(size);
  }
}

const ContentMap::Segment& ContentMap::segment_at(std::size_t offset) const {
  const auto after = std::ranges::upper_bound(segments_, offset, {}, &Segment::begin);
  return after == segments_.begin() ? segments_.front() : *std::prev(after);
}

Position ContentMap::place(const Segment& segment, std::size_t offset) const {
  std::size_t ahead = offset - std::min(offset, segment.begin);
  ahead -= std::min<std::size_t>(ahead, segment.padding);
  if (!pipes_escaped_) {
    return lines_->position(segment.line, segment.offset + static_cast<std::uint32_t>(ahead));
  }
  const std::string_view text = lines_->source(segment.line);
  std::size_t at = segment.offset;
  while (ahead > 0 && at < text.size()) {
    ahead -= std::min<std::size_t>(ahead, text[at] == '\0' ? 3 : 1);  // NUL became U+FFFD
    at += text.substr(at, 2) == "\\|" ? 2 : 1;
  }
  if (text.substr(std::min(at, text.size()), 2) == "\\|") ++at;  // the pipe, not its backslash
  return lines_->source_position(segment.line, static_cast<std::uint32_t>(at));
}

Position ContentMap::position(std::size_t offset) const {
  return segments_.empty() ? Position{} : place(segment_at(offset), offset);
}

Position ContentMap::end_position(std::size_t offset) const {
  if (segments_.empty()) return {};
  if (offset == 0) return position(0);
  const Segment& segment = segment_at(offset - 1);
  if (!pipes_escaped_) return place(segment, offset);
  Position last = place(segment, offset - 1);
  ++last.column;
  return last;
}

Span ContentMap::span(std::size_t begin, std::size_t end) const {
  return {position(begin), end_position(std::max(begin, end))};
}

}  // namespace runbookc
