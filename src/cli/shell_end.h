// Whether commands end the shell that they are typed into.
#pragma once

#include <cstdint>
#include <span>

#include "shell/simple_command.h"

namespace runbookc {

enum class ShellEnd : std::uint8_t {
  none,
  goes_on,  // it no longer stops at a failure: `set +e`
  ends,     // or runs something else from then on, or nothing: `exit`, `exec bash`, `set -n`
};

// The worst of the commands of one statement, whether they run or only may. What runs in a
// subshell, a pipeline or the background, or when a function is called, leaves this shell alone,
// unless it kills it. Texts of `eval` and `trap` are read, 16 deep. Linear in what is read.
ShellEnd shell_end(std::span<const SimpleCommand> commands);

}  // namespace runbookc
