// What can be told of a line of Markdown by itself, before it is parsed: the container markers it
// may open with, whether it can be a table's delimiter row, and what its inline text might cost.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace runbookc {

struct PrefixMarkers {
  std::size_t quotes = 0;              // `>`
  std::size_t others = 0;              // list items and footnote definitions
  std::vector<std::uint32_t> offsets;  // where a backslash would disarm each, in order
};

// The offset of the first byte that is not blank, if a container can open there.
std::optional<std::size_t> may_be_marker(std::string_view line);
// The markers that the line can open with, from byte `first` on; a few more than `most` at most.
PrefixMarkers scan_markers(std::string_view line, std::size_t first, std::size_t most);

struct DelimiterRow {
  bool plausible = false;    // nothing but `|`, `:`, `-` and blanks, and not a mere `---`
  std::size_t columns = 0;   // an upper bound
  std::uint32_t offset = 0;  // of its first byte, after the containers' prefix
};
DelimiterRow scan_delimiter_row(std::string_view line);

// The offset of the `n`-th `|` that is not escaped, counted from 1.
std::optional<std::size_t> nth_pipe(std::string_view line, std::size_t n);

// What sends cmark back and forth over a text: unclosed `<?` and `<!`, and emphasis that pairs with
// nothing. Summed up line by line.
struct InlineCost {
  std::size_t openers = 0;
  std::size_t marks = 0;

  void add(std::string_view text);
  // Whether a text of `size` bytes with this cost would be noticed.
  bool is_too_high(std::size_t size) const;
};

}  // namespace runbookc
