// Files that a script makes for itself.
#pragma once

#include <span>
#include <vector>

#include "shell/assigned_values.h"
#include "shell/simple_command.h"

namespace runbookc {

// Whether a command removes nothing but `$NAME`, or paths below it, of variables to which nothing
// but `$(mktemp …)` is assigned: what was there before is not lost.
bool removes_temporary_files(std::span<const ShellWord> words,
                             const std::vector<const AssignedValues*>& values);

}  // namespace runbookc
