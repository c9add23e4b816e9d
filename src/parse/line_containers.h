// The containers of a foreign dialect that are open at a line, and how the line is told in
// CommonMark's terms: a mark of a quote for each, where the lines of that container begin.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "parse/line_lead.h"
#include "parse/markdown_lines.h"

namespace runbookc {

// What keeps a line in a container that it does not close.
enum class Staying : std::uint8_t {
  place,   // standing where the container's quotes and list item go on
  indent,  // four more columns of indentation than its opening
  pair,    // nothing but its closing tag ends it: a line too far to the left is moved
};

struct LineContainer {
  std::string lead;          // before its opening, as a line of its own would have it
  std::uint32_t quotes = 0;  // how many `>` are in that
  std::uint32_t indent = 0;  // columns behind the last of them
  std::uint32_t item = 0;    // those that keep a line in the list item around it
  Staying staying = Staying::place;
  bool quoted = true;       // told as a block quote
  bool is_code = false;     // told as a fence
  bool is_flat = false;     // indentation in it means nothing
  std::uint32_t fence = 0;  // of how many signs its opening is
  std::size_t closing_tag = kNoTag;

  static constexpr std::size_t kNoTag = std::numeric_limits<std::size_t>::max();
};

// One that opens behind `lead`.
LineContainer container_of(const LineLead& lead);

// How a line stands in the open containers.
struct LinePlace {
  std::vector<LineEdit> edits;  // that tell it
  std::uint32_t offset = 0;     // where the innermost one's text begins
  std::uint32_t quotes = 0;     // of the source and told, up to there
  std::size_t matched = 0;      // how many of the containers go on
};

class LineContainers {
 public:
  bool empty() const { return open_.empty(); }
  std::size_t size() const { return open_.size(); }
  const LineContainer& at(std::size_t index) const { return open_[index]; }
  const LineContainer& last() const { return open_.back(); }
  void push(LineContainer container) { open_.push_back(std::move(container)); }
  // Takes the last one off.
  LineContainer pop();

  LinePlace place(std::string_view line) const;
  // The marks of the first `count` containers, as a line without text has them.
  std::string prefix(std::size_t count) const;
  // The line without text that ends all but the first `count`.
  std::string line_after(std::size_t count) const;

 private:
  std::vector<LineContainer> open_;
};

}  // namespace runbookc
