// Reads the inline nodes of one block: its plain text, links, anchors and findings.
//
// Places. Without CMARK_OPT_SOURCEPOS, cmark counts an inline node's column from the last line
// ending that it took for a soft or hard break; endings within code spans, raw HTML, link
// destinations and after a backslash go unnoticed. Walking the nodes in order and counting only the
// breaks that it noticed turns every column back into an offset of the block's text.
#pragma once

#include <string>

#include "parse/cmark_setup.h"
#include "parse/markdown_build.h"
#include "parse/markdown_content.h"

namespace runbookc {

struct InlineText {
  std::string text;       // plain, breaks as spaces, images by their alternative text
  std::string slug_text;  // of a heading: the same without images
};

InlineText read_inlines(MarkdownBuild& build, cmark_node* leaf, const ContentMap& map);

// The links, anchors and unknown tags in raw HTML that stands at offset `begin` of the map's text.
// Sets the user data of `node` to its first link. Returns the plain text within an open link.
void read_html(MarkdownBuild& build, cmark_node* node, const ContentMap& map, std::size_t begin);

void set_node_index(cmark_node* node, Index index);
Index node_index(const cmark_node* node);  // kNone if it has none

// The next node in document order that is not below `node`, within `root`; or null.
cmark_node* next_after(cmark_node* node, const cmark_node* root);

}  // namespace runbookc
