#include "cli/command_table.h"

#include <algorithm>
#include <array>

#include "base/text.h"

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
  static const std::array<const CliCommand*, 14> commands = {
      &init_command(),   &adopt_command(),      &new_command(),   &check_command(),
      &fix_command(),    &build_command(),      &serve_command(), &search_command(),
      &index_command(),  &commands_command(),   &rules_command(), &explain_command(),
      &manual_command(), &completions_command()};
  return commands;
}

const CliCommand* find_command(std::string_view name) {
  const auto commands = all_commands();
  const auto found = std::ranges::find(commands, name, &CliCommand::name);
  return found == commands.end() ? nullptr : *found;
}

CommandSet all_command_set() { return {.commands = all_commands(), .common = common_options()}; }

std::vector<std::string> option_names(const OptionSpec& option) {
  std::vector<std::string> names;
  for (const std::string_view name : split(option.names, ',')) names.emplace_back(name);
  return names;
}

std::span<const OptionSpec> common_options() {
  static const std::vector<OptionSpec> options = {
      {"-C", "DIR", "run as if started in DIR"},
      {"--config", "FILE", "the project file to use, instead of the nearest runbookc.yaml"},
      {"--today", "DATE", "the date to take for today, as 2026-09-01 (also SOURCE_DATE_EPOCH)"},
      {"-j,--jobs", "N", "how many threads to use (default: one for each processor)"},
      {"--no-cache", "", "parse every document anew, and keep nothing for the next run"},
      {"--color", "WHEN", "auto, always or never (also NO_COLOR, CLICOLOR_FORCE)",
       [] { return std::vector<std::string>{"auto", "always", "never"}; }},
      {"-q,--quiet", "", "errors only"},
      {"-v,--verbose", "", "infos too"},
  };
  return options;
}

}  // namespace runbookc
