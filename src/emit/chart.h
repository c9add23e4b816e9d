// Bars as SVG: the numbers that a template draws them by. A template's rectangles are 1,000 long.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emit/templates.h"

namespace runbookc {

struct BarPart {
  std::string_view kind;  // what the style sheet colours it by
  std::string label;
  std::size_t count = 0;
};

inline constexpr std::size_t kBarLength = 1000;

// How long a bar for `part` of `whole` is; never 0 for what is not nothing.
std::size_t bar_length(std::size_t part, std::size_t whole);

// Items `kind`, `label`, `count`, `percent`, and `x` and `width` of each part of one bar that
// together fill it. Parts that are empty are left out.
std::vector<TemplateData> stacked_bar(const std::vector<BarPart>& parts);
// The same in one line of text: "20 current, 3 overdue".
std::string bar_text(const std::vector<BarPart>& parts);

}  // namespace runbookc
