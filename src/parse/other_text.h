// What stands in blocks that are called shell and are something else.
#pragma once

#include <string>
#include <string_view>

#include "shell/risk_table.h"

namespace runbookc {

// What a text that is called shell is instead, for a person: "a session of mysql", "JSON", "YAML",
// "PromQL", "SQL", "a log", "what a program printed", "prose". "" if it may well be shell. `table`
// may be null: then prose is not told.
std::string other_than_shell(std::string_view text, const RiskTable* table);

}  // namespace runbookc
