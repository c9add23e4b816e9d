// Telling shell from what else stands in blocks without a language.
#pragma once

#include <string_view>

#include "shell/risk_table.h"

namespace runbookc {

// Whether a text that nothing calls shell is shell beyond doubt: it is valid, most of its
// statements run programs that `table` knows or scripts by their paths, the others look as if they
// ran one, and no statement reads as a sentence that begins with a program's name ("make sure that
// …"). What the last of them printed may follow, also what was typed into it.
bool reads_as_shell(std::string_view text, const RiskTable& table);

}  // namespace runbookc
