// Turns cmark's tree into the blocks, sections, code blocks and links of a Document.
#pragma once

#include "parse/cmark_feed.h"
#include "parse/markdown_build.h"

namespace runbookc {

// Fills the document, and the user data of the tree's nodes: of a block its index, of a link, raw
// HTML or text as cmark_inlines.h says. Takes alerts' markers and headings' `{#id}` out of the
// tree.
void read_blocks(MarkdownBuild& build, const FedBody& body);

}  // namespace runbookc
