// The user's command line once more, for tips: a command that is to act on what theirs acted on.
#pragma once

#include <string>
#include <string_view>

#include "cli/command_table.h"
#include "cli/project.h"
#include "report/reporter.h"

namespace runbookc {

// `text` as one word of a shell, quoted only if it has to be.
std::string shell_word(std::string_view text);

// The commands that a summary may advise after `arguments`, each with what it has to repeat of
// them. Those that would not do what the tip says are empty: nothing on disk is mended, or
// accepted, for a buffer on standard input.
TipCommands tip_commands(const Project& project, const Arguments& arguments);

}  // namespace runbookc
