// Which lines of a text became which lines of another.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace runbookc {

using LineViews = std::vector<std::string_view>;

// Each with its line feed, if it has one; they are parts of `text`.
LineViews lines_with_ends(std::string_view text);

// `removed` lines of the old text from `old_begin` became `added` ones of the new from `new_begin`.
// Counted from 0.
struct LineChange {
  std::size_t old_begin = 0;
  std::size_t removed = 0;
  std::size_t new_begin = 0;
  std::size_t added = 0;

  std::size_t old_end() const { return old_begin + removed; }
  std::size_t new_end() const { return new_begin + added; }

  friend bool operator==(const LineChange&, const LineChange&) = default;
};
using LineChanges = std::vector<LineChange>;

// Ascending, with equal lines between any two; empty for equal texts. Not always the fewest lines:
// where thousands differ they are replaced as a whole.
LineChanges line_changes(const LineViews& before, const LineViews& after);

}  // namespace runbookc
