// Markdown to blocks, sections, links and HTML: the only user of cmark-gfm.
#pragma once

#include "model/document.h"
#include "parse/parse_options.h"
#include "source/source_file.h"

namespace runbookc {

// Parses `file` from byte `begin` (after the front matter) and fills the parts of `document` that
// come from the body: blocks, sections, code_blocks (roles and steps aside), links,
// undefined_references, anchors, html, relocations, words, and the problems found on the way. All
// places are in the coordinates of the whole file. Precondition: valid UTF-8 within
// limits.document_bytes.
void parse_markdown(const SourceFile& file, std::uint32_t begin, const ParseOptions& options,
                    Document& document);

}  // namespace runbookc
