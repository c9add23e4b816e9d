// Link reference definitions, `[label]: destination "title"`, with their places. cmark resolves
// them itself but keeps no trace of where they stood.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parse/markdown_lines.h"
#include "source/span.h"

namespace runbookc {

class Definitions {
 public:
  // `starts`: the lines on which paragraphs begin with `[`.
  Definitions(const BodyLines& lines, const std::vector<std::uint32_t>& starts);

  // The destination's span in the definition that `label` refers to: the first one.
  std::optional<Span> target(std::string_view label) const;

 private:
  void scan_paragraph(const BodyLines& lines, std::uint32_t start);

  std::unordered_map<std::string, Span> targets_;  // by normal label
};

}  // namespace runbookc
