// What cmark has open before a line: whether the line may open a call-out depends on it.
#pragma once

#include <cstdint>
#include <vector>

namespace runbookc {

enum class OpenLeaf : std::uint8_t {
  none,
  paragraph,
  fence,
  indented_code,
  html,      // goes on until a blank line
  raw_html,  // a comment, a script: goes on until its own end
  other,
};

struct OpenBlocks {
  OpenLeaf leaf = OpenLeaf::none;
  std::uint32_t quotes = 0;
  // Behind the innermost quote: where the content of each list item begins, ascending.
  std::vector<std::uint32_t> item_columns = {};
};

}  // namespace runbookc
