#include "cli/command_table.h"

#include <array>

namespace runbookc {

const std::vector<std::string>& Arguments::all(std::string_view name) const {
  static const std::vector<std::string> none;
  const auto found = options.find(name);
  return found == options.end() ? none : found->second;
}

std::string Arguments::last(std::string_view name, std::string_view fallback) const {
  const std::vector<std::string>& values = all(name);
  return values.empty() ? std::string(fallback) : values.back();
}

std::span<const CliCommand* const> all_commands() {
  static const std::array<const CliCommand*, 8> commands = {
      &init_command(),  &new_command(),      &check_command(), &build_command(),
      &index_command(), &commands_command(), &rules_command(), &explain_command()};
  return commands;
}

}  // namespace runbookc
