#include "shell/judged_commands.h"

#include <utility>

#include "shell/grammar.h"
#include "shell/placeholder_ranges.h"

namespace runbookc {
namespace {

// In place of what a statement holds and the script does not list: a program nobody has read.
SimpleCommand unlisted_command(const ShellStatement& statement, std::size_t number) {
  SimpleCommand command;
  command.range = statement.range;
  command.statement = static_cast<std::uint32_t>(number);
  command.around.substitution = true;
  ShellWord word;
  word.range = {statement.range.begin, statement.range.begin};
  word.value = "$(";
  word.literal = false;
  command.words.push_back(std::move(word));
  return command;
}

}  // namespace

std::vector<SimpleCommand> judged_commands(ShellScript script) {
  for (SimpleCommand& command : script.commands) {
    if (!command.compound) continue;
    ShellWord word;
    word.range = {command.range.begin, command.range.begin};
    word.value = "{";
    command.words.push_back(std::move(word));
  }
  for (std::size_t i = 0; i < script.statements.size(); ++i)
    if (script.statements[i].unlisted)
      script.commands.push_back(unlisted_command(script.statements[i], i));
  return std::move(script.commands);
}

std::vector<SimpleCommand> read_commands(std::string_view text) {
  return judged_commands(parse_shell(text, placeholder_ranges(text)));
}

}  // namespace runbookc
