// runbookc completions: a script that lets a shell complete the command line.
#include <fmt/format.h>

#include "base/near_miss.h"
#include "base/text.h"
#include "cli/command_table.h"
#include "cli/completion_script.h"
#include "cli/console.h"
#include "cli/session.h"

namespace runbookc {
namespace {

Result<int> run(Session& session, const Arguments& arguments) {
  const std::string& name = arguments.positionals.front();
  const auto shell = find_shell(name);
  if (!shell) {
    const auto nearest = near_miss(name, shell_names());
    return Error{fmt::format("there is no completion for the shell '{}'", name),
                 (nearest ? fmt::format("did you mean '{}'? ", *nearest) : "") + "it is one of " +
                     join(shell_names(), ", ")};
  }
  session.console.print(completion_script(*shell, all_command_set()));
  return kExitFine;
}

}  // namespace

const CliCommand& completions_command() {
  static const CliCommand command = {
      .name = "completions",
      .summary = "print the completion script of a shell",
      .details =
          "Examples:\n"
          "  runbookc completions bash > ~/.local/share/bash-completion/completions/runbookc\n"
          "  runbookc completions zsh > ~/.zfunc/_runbookc    # a folder of your $fpath\n"
          "  runbookc completions fish > ~/.config/fish/completions/runbookc.fish",
      .options = {},
      .positionals = {{"SHELL", "bash, zsh or fish", 1, 1, shell_names}},
      .run = run};
  return command;
}

}  // namespace runbookc
