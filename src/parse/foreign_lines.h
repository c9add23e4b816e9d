// What another dialect's lines mean in CommonMark's terms, told to cmark line by line: template
// tags are hidden, and the lines of a call-out stand in a block quote. Its title, where it is
// Markdown, is the text of a heading there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/dialect.h"
#include "parse/callout_opening.h"
#include "parse/hidden_tags.h"
#include "parse/line_containers.h"
#include "parse/markdown_lines.h"
#include "parse/open_blocks.h"

namespace runbookc {

// A block quote that is a call-out.
struct CalloutStart {
  std::uint32_t offset = 0;  // in the source line, of its mark
  std::string kind;
  std::string title;
  bool is_titled = false;  // the heading that it begins with is the title
};
// By the line on which they begin.
using CalloutsByLine = std::unordered_map<std::uint32_t, CalloutStart>;

// The language of the indented lines that are a block of code which says it.
using LanguagesByLine = std::unordered_map<std::uint32_t, std::string>;

class ForeignLines {
 public:
  // `lines` must outlive this.
  ForeignLines(BodyLines& lines, const DialectRules& rules);

  // Lines come in order, each to both of these. Both may return a line to feed first, which is none
  // of the body's: it ends what `line` shall not go on with.
  std::optional<std::string> leave(std::uint32_t line);
  // Edits `line`. `open` is what cmark has open, after what `leave` returned was fed.
  std::optional<std::string> prepare(std::uint32_t line, const OpenBlocks& open);

  CalloutsByLine take_callouts() { return std::move(callouts_); }
  LanguagesByLine take_code_languages() { return std::move(code_languages_); }
  // The first line that opens a container too deep in others, which is text; 0 if none does.
  std::uint32_t too_deep_line() const { return too_deep_line_; }

  static constexpr std::size_t kDeepest = 32;  // containers in one another

 private:
  // An opening on the line at hand.
  struct Found {
    CalloutOpening opening = {};
    LineContainer container = {};
    std::uint32_t offset = 0;   // of what it replaces
    std::uint32_t removed = 0;  // how many bytes
    bool is_container = true;   // else the line's own `>` is the quote
  };

  void pair_tags();
  std::vector<LineTag> take_tags(std::uint32_t line, const OpenBlocks& open);
  bool is_indented_code(std::uint32_t line, const OpenBlocks& open) const;
  bool closes_code(const std::vector<LineTag>& tags) const;
  bool closes_last(const std::vector<LineTag>& tags) const;
  bool is_code_line(std::uint32_t line, const std::vector<LineTag>& tags) const;
  void put_code(std::uint32_t line, const std::vector<LineTag>& tags);
  bool hides_line(std::uint32_t line) const;
  std::uint32_t next_filled(std::uint32_t line);
  std::size_t count_closed(const std::vector<LineTag>& tags, std::string_view text,
                           const OpenBlocks& open);
  std::size_t count_closed_fences(std::uint32_t size);
  void close(std::uint32_t line, std::size_t count);
  void leave_closed(const std::vector<LineTag>& tags);
  void tell(std::uint32_t line, const LinePlace& place);
  std::optional<std::string> open_found(std::uint32_t line, const std::vector<LineTag>& tags,
                                        const LinePlace& place, const OpenBlocks& open);
  std::optional<Found> find_mark(std::uint32_t line, const LineLead& lead, bool in_new_quote) const;
  std::optional<Found> find_tag(std::uint32_t line, const std::vector<LineTag>& tags,
                                const LineLead& lead) const;
  std::optional<Found> find_helper(std::uint32_t line, const LineTag& tag,
                                   const LineLead& lead) const;
  std::optional<Found> find_shortcode(std::uint32_t line, const LineTag& tag,
                                      const LineLead& lead) const;
  void enter(std::uint32_t line, Found found);
  std::uint32_t tell_opening(std::uint32_t line, const Found& found);

  BodyLines* lines_;
  const DialectRules* rules_;
  HiddenTags tags_;
  std::unordered_map<std::size_t, std::size_t> closing_tags_;  // by the tag that opens
  LineContainers open_;
  LineLead tag_lead_;                   // of the last tag that began
  std::optional<std::string> pending_;  // ends what was closed at the end of its last line
  std::uint32_t next_filled_ = 0;  // the first line with text, from where one was last asked for
  std::uint32_t surplus_ = 0;      // openings too deep that are not closed yet
  std::uint32_t too_deep_line_ = 0;
  CalloutsByLine callouts_;
  LanguagesByLine code_languages_;
};

}  // namespace runbookc
