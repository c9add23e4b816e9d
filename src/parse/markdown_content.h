// Where each byte of a block's text, as cmark keeps it without containers' prefixes, stands in the
// source.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "parse/markdown_lines.h"
#include "source/span.h"

namespace runbookc {

class ContentMap {
 public:
  // `lines` must outlive this.
  explicit ContentMap(const BodyLines& lines) : lines_(&lines) {}

  // The next line of the text: `size` bytes with its line feed, from the line's leaf offset on.
  void add_line(std::uint32_t line, std::size_t size);
  // The same, from byte `offset` of the line on.
  void add_line(std::uint32_t line, std::size_t size, std::uint32_t offset);
  // A whole text of `content`, whose first line is `line`.
  void add_lines(std::uint32_t line, std::string_view content);
  // The source has `\|` where the text has `|`: true within tables.
  void set_pipes_escaped() { pipes_escaped_ = true; }

  bool empty() const { return segments_.empty(); }
  Position position(std::size_t offset) const;
  // The place just after the byte before `offset`.
  Position end_position(std::size_t offset) const;
  Span span(std::size_t begin, std::size_t end) const;

 private:
  struct Segment {
    std::size_t begin;
    std::uint32_t line;
    std::uint32_t offset;
    std::uint8_t padding;
  };
  const Segment& segment_at(std::size_t offset) const;
  Position place(const Segment& segment, std::size_t offset) const;

  const BodyLines* lines_;
  std::vector<Segment> segments_;
  std::size_t size_ = 0;
  bool pipes_escaped_ = false;
};

}  // namespace runbookc
