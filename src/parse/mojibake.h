// UTF-8 that was read as Windows-1252, ISO 8859-1 or Mac Roman and encoded once more: `â€™` for
// `’`, `Ã©` for `é`, `‚úÖ` for `✅`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parse/code_page.h"
#include "source/span.h"

namespace runbookc {

struct Mojibake {
  ByteRange range;
  CodePage page = CodePage::windows_1252;
  std::string text;   // what it should read; empty for a byte-order mark
  bool lost = false;  // `text` has U+FFFD: what stood here cannot be recovered
};

// Every maximal run that decodes strictly to UTF-8 with a plausible result. Real text in any
// language stays unmentioned: where a pair of characters could be either (`IRMÃ”`), it is taken for
// text. `text` is valid UTF-8. Linear.
std::vector<Mojibake> find_mojibake(std::string_view text);

}  // namespace runbookc
