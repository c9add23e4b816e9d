// The cells of a table's row, as ranges of its line: the split that cmark's table extension makes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace runbookc {

// Trimmed ranges of the cells in `line`, whose row begins at byte `begin`. An empty cell is an
// empty range. A pipe after a backslash ends no cell.
std::vector<ByteRange> split_row(std::string_view line, std::uint32_t begin);

// Where the row begins on `line` within `quotes` block quotes and any lists.
std::uint32_t row_begin(std::string_view line, std::size_t quotes);

}  // namespace runbookc
