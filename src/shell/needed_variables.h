// Which variables a script takes from its environment.
#pragma once

#include <string>
#include <vector>

#include "shell/shell_script.h"

namespace runbookc {

// The names that a simple command sets for what runs after it: assignments without a program, and
// the arguments of `declare`, `export X=`, `read`, `mapfile`, `printf -v`, `getopts`, `let` and the
// like. None for `A=1 program`, whose variables are the program's own.
std::vector<std::string> variables_set_by(const SimpleCommand& command);

// Each place, in order, where the script needs a variable that it has not set before and that a
// login shell does not set either. A subshell or a branch that may not run counts as setting; a
// substitution only for what stands in substitutions. The body of a function may use what is set
// anywhere. After `source`, `.` or `eval`, which may set anything, nothing is needed.
std::vector<ShellVariable> needed_variables(const ShellScript& script);

}  // namespace runbookc
