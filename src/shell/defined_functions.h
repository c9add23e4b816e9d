// The functions and aliases that a statement leaves behind.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shell/simple_command.h"

namespace runbookc {

struct DefinedFunction {
  std::string name;
  std::vector<SimpleCommand> body;
  bool alias = false;  // `body` stands for the name, and takes the words behind it
  bool bomb = false;   // starts itself in a pipe or in the background: `:(){ :|:& }`
};

using ScriptReader = std::function<std::vector<SimpleCommand>(std::string_view)>;

// Of the commands of one statement, `text`, whose places count bytes from `begin` on; those that an
// `eval` of written text defines, too. Linear. Functions without a command are left out.
std::vector<DefinedFunction> defined_functions(std::string_view text, std::uint32_t begin,
                                               std::span<const SimpleCommand> commands,
                                               const ScriptReader& read_script);

}  // namespace runbookc
