// The commands of a selection as a script that runs.
#pragma once

#include <span>
#include <string>

#include "cli/command_selection.h"
#include "shell/risk_table.h"

namespace runbookc {

// A bash script. Each command stands under comments that name its runbook, section and line; what
// must not run (cli/live_commands.h) is a comment itself, in every line, with the reason. What runs
// is given to `eval` as the text of a quoted here-document, so that where it ends does not hang on
// how a shell reads it. What runs of a block runs in a shell of its own and without input, and that
// ends at the first failure where commands rely on each other: nothing of one block reaches the
// next.
std::string command_script(std::span<const PlacedCommand> commands, const RiskTable& table);

}  // namespace runbookc
