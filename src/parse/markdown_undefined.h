// Full and collapsed references, `[text][label]` and `[label][]`, that no definition answers, and
// links that a space (`[text] (https://…)`) or the order of their brackets keeps from being one.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "parse/markdown_build.h"
#include "parse/markdown_content.h"

namespace runbookc {

struct ContentRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Adds those in `content` to the document, leaving out what lies in `skipped`: the code, raw HTML
// and links of the block.
void find_undefined_references(MarkdownBuild& build, std::string_view content,
                               const ContentMap& map, std::vector<ContentRange> skipped);

}  // namespace runbookc
