// Shell completion of the command line, as a script for each shell. Everything in it comes from the
// table of commands, so that it cannot promise what the program does not take.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_table.h"

namespace runbookc {

enum class Shell : std::uint8_t { bash, zsh, fish };

std::vector<std::string> shell_names();
std::optional<Shell> find_shell(std::string_view name);

// The script, to be sourced or put where the shell looks for completions.
std::string completion_script(Shell shell, const CommandSet& set);

// One for each shell; completion_script() chooses.
std::string bash_completion(const CommandSet& set);
std::string zsh_completion(const CommandSet& set);
std::string fish_completion(const CommandSet& set);

}  // namespace runbookc
