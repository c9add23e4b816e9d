// The examples of a rule as files.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "check/rule.h"

namespace runbookc {

// Path to text. An example without a line `=== path` is the one document "page.md".
std::map<std::string, std::string, std::less<>> example_files(const Example& example);

// The text as it can be shown: invalid bytes and characters without width become `\xff`,
// `\u{200b}`.
std::string visible_text(std::string_view text);

}  // namespace runbookc
