// Loops that only somebody else ends: `while true; do …; done`.
#pragma once

#include <span>

#include "shell/simple_command.h"

namespace runbookc {

// Whether one of the commands of a script asks what is always so (`while true`, `while sleep 5`,
// `until false`) or nothing (`for ((;;))`), not in the background, and nothing in a loop leaves it.
bool has_endless_loop(std::span<const SimpleCommand> commands);

// Whether one of them prints for ever (`yes`, `cat /dev/zero`) into no pipe, not in the background.
bool prints_without_end(std::span<const SimpleCommand> commands);

}  // namespace runbookc
