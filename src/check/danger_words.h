// Words that warn a reader.
#pragma once

#include <string_view>

namespace runbookc {

// Whether plain text warns of what comes:
// - `⚠`, `🚨` or `🛑`;
// - WARNING, DANGER, CAUTION or BEWARE in capitals, unless it is denied or a level of logs or
// alerts is
//   meant ("shows WARNING lines");
// - TAKE CARE or "Be careful" in capitals or at the start of a sentence;
// - "Warning:" and the like, or at the start of a sentence in any case;
// - a plain word of loss that is not denied: "cannot be undone", "will be lost", "irreversible".
// Linear.
bool has_danger_words(std::string_view text);

// Whether it says by such a plain word that something is lost for good. Linear.
bool has_loss_words(std::string_view text);

}  // namespace runbookc
