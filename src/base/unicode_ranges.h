// Properties of code points that utf8proc does not have, as sorted ranges.
#pragma once

#include <span>

namespace runbookc {

struct CodePointRange {
  char32_t first;
  char32_t last;
};

// Emoji, Extended_Pictographic or Emoji_Component above ASCII (emoji-data.txt, Unicode 14).
extern const std::span<const CodePointRange> kEmoji;
// Symbols (So) that are Other_Alphabetic (PropList.txt): letters in circles and squares.
extern const std::span<const CodePointRange> kAlphabeticSymbols;
// White_Space above ASCII (PropList.txt).
extern const std::span<const CodePointRange> kWhiteSpace;

}  // namespace runbookc
