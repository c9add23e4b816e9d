// Cells of a table's row that no page shows.
#pragma once

#include <cstdint>
#include <span>

#include "parse/markdown_build.h"
#include "source/span.h"

namespace runbookc {

// GFM drops a row's cells past the table's columns, and what they say: most often one half of a
// pipeline, since a pipe divides cells in code, too. Adds a problem if any of them is not empty;
// where pipes in code are all that is too many, with what mends it. `cells` are ranges of the body
// line.
void report_lost_cells(MarkdownBuild& build, std::uint32_t line, std::span<const ByteRange> cells,
                       std::size_t columns);

}  // namespace runbookc
