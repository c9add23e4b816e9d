// Fences that are never closed, or not where they were meant to be (RB007).
#pragma once

#include "parse/markdown_build.h"
#include "source/source_file.h"

namespace runbookc {

// Adds a problem at each opening fence that has no closing one: once for each slip. Where a closing
// fence is indented too little for its list item, it ends the item and opens a block of its own,
// which is not reported again. Names the line that was meant to close it, where one nearly does.
// And one at each fence that takes in a heading because what was meant to close it has text beside
// its marks, so that the next one's opening closes it.
void report_unclosed_fences(MarkdownBuild& build, const SourceFile& file);

}  // namespace runbookc
