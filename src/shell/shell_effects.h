// What a statement leaves behind for those after it in the same shell, besides its variables.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shell/simple_command.h"

namespace runbookc {

struct ShellEffects {
  std::vector<std::string> functions;  // and aliases
  bool exports = false;                // what programs read without being told
  bool moves = false;                  // to another folder
  bool sources = false;                // a script that may do all of these

  friend bool operator==(const ShellEffects&, const ShellEffects&) = default;
};

// Of one top-level statement with its commands, whose places count bytes of it from `begin` on. A
// subshell leaves nothing behind.
ShellEffects shell_effects(std::string_view statement, std::uint32_t begin,
                           std::span<const SimpleCommand> commands);

}  // namespace runbookc
