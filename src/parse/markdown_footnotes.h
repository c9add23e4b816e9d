// Footnotes that no page shows.
#pragma once

#include <vector>

#include "parse/cmark_feed.h"
#include "parse/markdown_build.h"

namespace runbookc {

// cmark leaves a footnote out, as GitHub does, if nothing refers to it or another has its label.
// Adds a problem for each of those. The blocks have been read.
void report_lost_footnotes(MarkdownBuild& build, const std::vector<FedFootnote>& defined);

}  // namespace runbookc
