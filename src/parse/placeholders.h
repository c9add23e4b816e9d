// Parts of a command or message that the reader has to replace (PRODUCT section 4).
#pragma once

#include <string_view>
#include <vector>

#include "model/command.h"
#include "shell/risk_table.h"

namespace runbookc {

// The placeholders of a command, each text once, in order: `<NAME>`, `[name]`, `[your words]`,
// `[a|b]`, `{{name}}`, `{name}`, `YOUR_X`, `your_x`, `PREV_REVISION`. Redirections, here-documents,
// tests, arrays, globs, expansions, templates of tools (`{{.Name}}`, `%{code}`), patterns of grep,
// programs of awk and jq, XML and JSON are none of these. `<NAME>` is one exactly where the grammar
// takes it for one (shell/placeholder_ranges.h). `table` tells which programs run others, so that
// the language of `sudo grep` is known; it may be null.
std::vector<Placeholder> find_placeholders(std::string_view text, const RiskTable* table = nullptr);

// The placeholders of a message: the bracketed styles, where `[Any words]` counts, but no link and
// no check box.
std::vector<Placeholder> find_message_placeholders(std::string_view text);

}  // namespace runbookc
