// The blocks of a document, as a flat list in document order (pre-order).
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "source/span.h"

namespace runbookc {

// Blocks, sections, links and so on refer to each other by index.
using Index = std::uint32_t;
inline constexpr Index kNone = std::numeric_limits<Index>::max();

enum class BlockKind : std::uint8_t {
  paragraph,
  heading,
  code,  // fenced or indented
  html,
  quote,
  alert,  // `> [!WARNING]` or what another dialect has for it; `text` is the kind in lower case
  list,
  item,
  table,
  row,
  cell,
  thematic_break,
  footnote,
};

struct Block {
  BlockKind kind = BlockKind::paragraph;
  Span span;
  Index parent = kNone;   // block
  Index end = 0;          // one past the last descendant
  Index section = kNone;  // the section it stands in; a heading stands in its own
  Index payload = kNone;  // of code, the code block; of a heading, the section it opens

  // Plain text of paragraph, heading, cell (mark-up removed, breaks as spaces); raw text of html.
  std::string text;
  std::uint32_t number = 0;  // heading: level; item: its number in an ordered list; list: first
                             // number; cell: column from 0; table: columns; alert: one more than
                             // the index of its title, 0 for the word for its kind
  bool ordered = false;      // list, item
  bool task = false;         // item: `- [ ]`
  bool checked = false;      // item: `- [x]`
  bool header = false;       // row

  friend bool operator==(const Block&, const Block&) = default;
};

// A heading and what it governs. Sections are in document order; a section's descendants follow
// it directly.
struct Section {
  std::string title;   // plain text, without a trailing `{#id}`
  std::string anchor;  // unique in the document unless the author repeated an explicit id
  std::uint8_t level = 1;
  bool nested = false;    // the heading stands inside a list, quote or footnote: it has an anchor,
                          // but takes no part in section contracts or the outline
  Span span;              // the heading, without its `#` marks' surrounding space or line ending
  Index parent = kNone;   // the enclosing section
  Index end = 0;          // one past the last descendant section
  Index first_block = 0;  // its heading's block
  Index end_block = 0;    // one past its own last block, before the next heading

  friend bool operator==(const Section&, const Section&) = default;
};

// One step of a procedure: an item of a top-level ordered list, or a heading `Step N`, `Phase N`,
// `N.`
struct Step {
  std::string label;  // "3", "Step 3", "Phase 2"
  std::string title;  // the first line of the step in plain text
  Index section = kNone;
  Index block = kNone;  // the item or the heading
  Span span;

  friend bool operator==(const Step&, const Step&) = default;
};

enum class CodeRole : std::uint8_t {
  other,    // YAML, logs, PromQL, program text
  shell,    // commands
  output,   // what a command prints
  message,  // a message template that a reader fills and copies
};

struct CodeBlock {
  Span span;             // fences included
  Span content;          // the text between
  std::string info;      // the whole info string, entities and escapes resolved
  std::string language;  // its first word in lower case, without `{`, `.` or attributes
  std::string text;      // as a renderer shows it: container indentation removed, LF endings
  std::vector<Position> line_starts;  // where each line of `text` begins in the source
  CodeRole role = CodeRole::other;
  std::string role_reason;  // why it is that, where its language does not say so; may be empty
  bool fenced = true;
  bool closed = true;     // false: the fence ran to the end of its container or of the file
  bool prompted = false;  // of commands: they stand behind prompts
  bool mixed = false;     // of commands: what they print stands among them
  Index section = kNone;
  Index step = kNone;
  Index block = kNone;

  friend bool operator==(const CodeBlock&, const CodeBlock&) = default;
};

}  // namespace runbookc
