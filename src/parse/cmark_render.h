// The tree as HTML, with holes where emitting puts what it alone knows.
#pragma once

#include "parse/cmark_feed.h"
#include "parse/markdown_build.h"

namespace runbookc {

// Fills `html` and `relocations` of the build's document. Precondition: read_blocks() was called.
// False if the limit of output bytes was passed; the document is then without HTML.
bool render_html(MarkdownBuild& build, const FedBody& body);

}  // namespace runbookc
