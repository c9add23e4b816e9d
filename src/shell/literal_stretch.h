// Where the shell reads no redirections, found without a grammar: quotes and here-documents.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace runbookc {

// A text between quotes, or the bodies of the here-documents of a line.
struct LiteralStretch {
  std::size_t end = 0;                          // behind its last byte: before the closing quote
  bool escapes = false;                         // a backslash takes the next byte with it
  bool xml = false;                             // it closes an element: `</x>` or `<x/>`
  std::unordered_set<std::string_view> closed;  // the names of those elements
};

// Reads shell text from its start to its end, one byte after the other, and tells which stretch it
// is in. A rough reading, on which the grammar's own is built: no substitutions. Linear.
class LiteralReader {
 public:
  explicit LiteralReader(std::string_view text) : text_(text) {}

  std::size_t at() const { return at_; }
  bool done() const { return at_ >= text_.size(); }
  // The stretch around the next byte, or null.
  const LiteralStretch* stretch() const { return stretch_ ? &*stretch_ : nullptr; }
  // Takes the next byte, with the one behind it that it escapes.
  void step();
  // Takes `size` bytes as they are.
  void skip(std::size_t size);

 private:
  void step_bare();
  void announce();
  void begin_documents();
  bool begins_word() const;

  std::string_view text_;
  std::size_t at_ = 0;
  bool comment_ = false;
  std::optional<LiteralStretch> stretch_;
  std::vector<std::string> delimiters_;  // of the here-documents that are announced on the line
};

}  // namespace runbookc
