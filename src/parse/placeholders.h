// Parts of a command or message that the reader has to replace (PRODUCT section 4).
#pragma once

#include <string_view>
#include <vector>

#include "model/command.h"

namespace runbookc {

// The placeholders of a command, each text once, in order: `<NAME>`, `[name]`, `{{name}}`,
// `{name}`, `YOUR_X`, `PREV_REVISION`. Reads no shell, so it is careful: redirections,
// here-documents, tests, arrays, globs, expansions and templates of tools (`{{.Name}}`, `%{code}`)
// are none of these.
std::vector<Placeholder> find_placeholders(std::string_view text);

// The placeholders of a message: the bracketed styles, where `[Any words]` counts, but no link and
// no check box.
std::vector<Placeholder> find_message_placeholders(std::string_view text);

}  // namespace runbookc
