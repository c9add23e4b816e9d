// Fences that are never closed (RB007).
#pragma once

#include "parse/markdown_build.h"

namespace runbookc {

// Adds a problem at each opening fence that has no closing one: once for each slip. Where a closing
// fence is indented too little for its list item, it ends the item and opens a block of its own,
// which is not reported again.
void report_unclosed_fences(MarkdownBuild& build);

}  // namespace runbookc
