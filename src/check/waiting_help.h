// What to do about a command that waits for somebody or does not end.
#pragma once

#include <string>

#include "model/command.h"

namespace runbookc {

// A remedy that fits the program: an option that answers is named only where there is one.
std::string waiting_help(const Command& command);

// Whether the command itself tells its reader what to type: `read -p 'Sure? ' answer`.
bool prompts_itself(const Command& command);

}  // namespace runbookc
