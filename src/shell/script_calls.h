// Texts in languages of which only the calls matter.
#pragma once

#include <string_view>
#include <vector>

#include "shell/simple_command.h"

namespace runbookc {

// The names that stand in a piece of JavaScript, in their order, as one command of `program`:
// `db.orders.deleteMany({})` is `db orders deleteMany {}`. Strings and comments are left out, but
// for the name of a member (`db["drop"]`); an object with nothing in it is `{}`. Nothing at all if
// there is no name. Linear.
std::vector<std::vector<ShellWord>> script_calls(std::string_view text, std::string_view program);

// Each line's words, split at white space, as a command of `program`; quotes are taken off.
std::vector<std::vector<ShellWord>> line_commands(std::string_view text, std::string_view program);

}  // namespace runbookc
