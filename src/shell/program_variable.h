// Variables whose text is a command for other programs: `PAGER`, `GIT_SSH_COMMAND`, `LD_PRELOAD`.
#pragma once

#include "shell/simple_command.h"

namespace runbookc {

// Whether the command assigns such a variable anything but a harmless program that is written out,
// as `PAGER=cat` does.
bool sets_program(const SimpleCommand& command);

}  // namespace runbookc
