// Characters that word processors put where a shell wants others.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shell/shell_script.h"

namespace runbookc {

enum class SlipKind : std::uint8_t { quotes, quote, dash, space, invisible };

struct TypographySlip {
  SlipKind kind = SlipKind::quotes;
  ByteRange range;  // `quotes`: from the one that opens to the one that closes
  std::optional<std::string> replacement;  // of the range, where it is certain what was meant

  friend bool operator==(const TypographySlip&, const TypographySlip&) = default;
};

// Curly quotes around words, dashes that begin an option, spaces that separate nothing, and
// invisible characters that begin a word (`#` behind one begins no comment), where they stand
// outside proper quotes, comments and here-documents: there they are text. An apostrophe within a
// word is text, too. In the order of their places, and none overlap. At most kMostShellSlips.
// Linear.
std::vector<TypographySlip> find_typography(std::string_view text, const ShellScript& script);

}  // namespace runbookc
