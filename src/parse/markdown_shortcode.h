// Hugo's links: `[text]({{< ref "db/failover.md" >}})`, which CommonMark reads as plain text.
#pragma once

#include <string_view>
#include <vector>

#include "parse/markdown_build.h"
#include "parse/markdown_content.h"
#include "parse/markdown_undefined.h"

namespace runbookc {

// Adds those in `content` with `ref` or `relref` and a path to the document's links, leaving out
// what lies in `skipped`: the code, raw HTML and links of the block. Nothing is rendered of them.
// Linear.
void find_shortcode_links(MarkdownBuild& build, std::string_view content, const ContentMap& map,
                          std::vector<ContentRange> skipped);

}  // namespace runbookc
