// What counts as a warning or a note besides GFM's own syntax for it.
#pragma once

#include <string_view>

namespace runbookc {

// The kind of alert that `[!WARNING]` names in GFM, in lower case, or "".
std::string_view alert_kind(std::string_view text);

// The kind of call-out that a paragraph of this plain text is: "warning", "caution", "important",
// "note" or "tip" (the names of GFM's alerts), or "" for none. It is one if it begins with a sign
// (`⚠`, `🚨`, `🛑`, `⛔`) or, behind signs or not, with a word and a colon: "WARNING: …",
// "Note: …". Looks at the beginning only.
std::string_view callout_kind(std::string_view text);

// The same for the word that a dialect marks a block with: `danger` is a "caution", `info` a
// "note"; "" for a word that none of them uses so. Case is ignored.
std::string_view callout_kind_of_word(std::string_view word);

}  // namespace runbookc
