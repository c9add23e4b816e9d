// Reads the code blocks of cmark's tree.
#pragma once

#include "parse/cmark_feed.h"
#include "parse/markdown_build.h"

namespace runbookc {

// `node` is a code block, and the block at hand is its.
CodeBlock read_code(const MarkdownBuild& build, const FedBody& body, const cmark_node* node);

}  // namespace runbookc
