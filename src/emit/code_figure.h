// A code block as the page shows it: a figure with a label, and its commands marked so that the
// text to copy can be taken from what is shown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emit/words.h"
#include "model/document.h"

namespace runbookc {

// Draws the figures of one document.
//
// Each command is a `.cmd`. Its text (commands.json, `text`) is what remains of that element
// without `.risk`, `.prompt`, `.in` (indentation), `.out` and `.note` (comments behind it), and
// without one line end behind that. `.part` marks a command that is not to be copied alone. A block
// copies whole without `.risk`; with data-copies="commands", its commands' texts, a line end
// between. `.l` is a line of a command of several.
class CodeFigures {
 public:
  // Both outlive this.
  CodeFigures(const Document& document, const Words& words);

  // Appends the figure of code_blocks[index].
  void append(std::string& out, Index index) const;

 private:
  struct Unit;  // a command in its block

  std::vector<Unit> units_of(const CodeBlock& block, Index index) const;
  void append_caption(std::string& out, const CodeBlock& block, const std::vector<Unit>& units,
                      bool uniform) const;
  void append_unit(std::string& out, std::string_view text, const Unit& unit, bool noted) const;
  void append_units(std::string& out, const CodeBlock& block, const std::vector<Unit>& units,
                    bool commands_only, bool noted) const;
  void append_message(std::string& out, Index index) const;

  const Document& document_;
  const Words& words_;
  std::vector<std::string> keys_;             // of the commands
  std::vector<std::vector<Index>> by_block_;  // commands of each code block
  std::vector<Index> message_;                // of each code block, or kNone
};

}  // namespace runbookc
