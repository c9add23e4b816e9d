// A code block as the page shows it: a figure with a label, its commands marked, and the exact text
// that copying yields wherever that differs from what is shown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emit/words.h"
#include "model/document.h"

namespace runbookc {

// Draws the figures of one document.
class CodeFigures {
 public:
  // Both outlive this.
  CodeFigures(const Document& document, const Words& words);

  // Appends the figure of code_blocks[index].
  void append(std::string& out, Index index) const;

 private:
  struct Unit;  // a command in its block

  std::vector<Unit> units_of(const CodeBlock& block, Index index) const;
  void append_caption(std::string& out, const CodeBlock& block,
                      const std::vector<Unit>& units) const;
  static void append_units(std::string& out, const CodeBlock& block, const std::vector<Unit>& units,
                           bool prompted);

  const Document& document_;
  const Words& words_;
  std::vector<std::string> keys_;             // of the commands
  std::vector<std::vector<Index>> by_block_;  // commands of each code block
};

}  // namespace runbookc
