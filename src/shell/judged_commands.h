// The commands of a script as the judgement of risk wants them.
#pragma once

#include <string_view>
#include <vector>

#include "shell/shell_script.h"

namespace runbookc {

// The script's commands, in their order, in which those that are only the redirections of a
// compound (`done >file`) have the word `{`: they write, while `>file` alone empties. For what a
// statement holds and the script does not list, one stands whose program is not written out.
std::vector<SimpleCommand> judged_commands(ShellScript script);

// The same of a text that is parsed for it: the ScriptReader that judgements take.
std::vector<SimpleCommand> read_commands(std::string_view text);

}  // namespace runbookc
