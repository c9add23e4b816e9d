// What another dialect's lines mean in CommonMark's terms, told to cmark line by line: template
// tags are hidden, and the lines of a call-out stand in a block quote.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/dialect.h"
#include "parse/callout_opening.h"
#include "parse/hidden_tags.h"
#include "parse/markdown_lines.h"

namespace runbookc {

// The kind and title of the block quotes that are call-outs, by the line on which they begin.
using CalloutsByLine = std::unordered_map<std::uint32_t, CalloutOpening>;

class ForeignLines {
 public:
  // `lines` must outlive this.
  ForeignLines(BodyLines& lines, const DialectRules& rules);

  // Edits `line`, before it is fed; lines come in order. `in_fence`: a code fence is open.
  void prepare(std::uint32_t line, bool in_fence);
  CalloutsByLine take_callouts() { return std::move(callouts_); }

 private:
  static constexpr std::size_t kNoTag = std::numeric_limits<std::size_t>::max();

  // A call-out, a container of no kind, or a block of code.
  struct Container {
    std::uint32_t indent = 0;  // bytes of blanks before its opening
    std::uint32_t colons = 0;
    std::size_t closing_tag = kNoTag;
    bool quoted = true;
    bool code = false;
  };

  void pair_tags();
  bool closes_code(const std::vector<LineTag>& tags) const;
  bool hides_line(std::uint32_t line) const;
  void leave_ended(std::uint32_t line);
  bool is_closing(const std::vector<LineTag>& tags, std::string_view text, bool in_fence) const;
  void close(std::uint32_t line);
  void leave_closed(const std::vector<LineTag>& tags);
  void prefix_line(std::uint32_t line);
  std::string prefix() const;
  void open(std::uint32_t line, const std::vector<LineTag>& tags);
  bool open_shortcode(std::uint32_t line, const LineTag& tag);
  void enter(std::uint32_t line, Container container, CalloutOpening opening,
             std::uint32_t removed);

  BodyLines* lines_;
  const DialectRules* rules_;
  HiddenTags tags_;
  std::unordered_map<std::size_t, std::size_t> closing_tags_;  // by the tag that opens
  std::vector<Container> open_;
  std::uint32_t next_filled_ = 0;  // the first line with text, from where one was last asked for
  CalloutsByLine callouts_;
};

}  // namespace runbookc
