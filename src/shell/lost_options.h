// Lines of options behind a command that has ended before them.
#pragma once

#include <string_view>
#include <vector>

#include "shell/broken_continuation.h"
#include "shell/shell_script.h"

namespace runbookc {

// No command begins with an option (`--install`, `-n prod`): such a line right behind a command was
// meant to go on with it, and so was the next such line. `known` are the faults of the text, in
// order: lines behind one of these are told already. In order; at most kMostShellSlips. Linear.
std::vector<BrokenContinuation> find_lost_options(std::string_view text, const ShellScript& script,
                                                  const std::vector<BrokenContinuation>& known);

}  // namespace runbookc
