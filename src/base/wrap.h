// Text for terminals, broken into lines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace runbookc {

inline constexpr std::size_t kTextWidth = 80;

// `paragraph` in lines of at most kTextWidth columns (display_width), each behind `indent` spaces
// and ended by a line feed. Greedy; a word that is wider than a line has its own.
std::string wrap(std::string_view paragraph, std::size_t indent = 0);

// The same for paragraphs that an empty line parts; one follows each.
std::string wrap_paragraphs(std::string_view text, std::size_t indent = 0);

}  // namespace runbookc
