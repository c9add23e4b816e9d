// Any bytes are read as shell, and every place found is in them.
#include <cstdint>

#include "fuzz/broken_promise.h"
#include "fuzz/targets.h"
#include "shell/grammar.h"
#include "shell/needed_variables.h"
#include "shell/placeholder_ranges.h"
#include "unit/shell/uncovered_text.h"

namespace runbookc {
namespace {

void check_statements(const ShellScript& script, std::string_view text) {
  std::uint32_t last = 0;
  for (const auto& statement : script.statements) {
    promise(last <= statement.range.begin && statement.range.begin < statement.range.end,
            "statements are in order");
    last = statement.range.end;
  }
  promise(last <= text.size(), "statements are in the text");
  if (script.statements.empty()) return;
  promise(uncovered_text(text, script).empty(), "statements cover the text");
}

void check_commands(const ShellScript& script, std::string_view text) {
  for (const auto& command : script.commands) {
    promise(command.range.begin <= command.range.end && command.range.end <= text.size(),
            "commands are in the text");
    promise(command.statement < script.statements.size(), "a command has its statement");
    promise(!command.pipeline || !command.outer || command.outer->pipeline != *command.pipeline,
            "no pipeline is in itself");
    for (const auto& assignment : command.assignments) {
      promise(assignment.value.range.begin <= assignment.value.range.end, "values have an end");
      promise(assignment.value.range.end <= command.range.end, "values are in their command");
    }
  }
}

}  // namespace

void fuzz_shell(std::string_view bytes) {
  const auto script = parse_shell(bytes, placeholder_ranges(bytes));
  check_statements(script, bytes);
  check_commands(script, bytes);
  for (const auto& variable : script.variables) {
    promise(bytes.substr(variable.range.begin, variable.range.size()) == variable.name,
            "a variable stands at its place");
    promise(variable.statement < script.statements.size(), "a variable has its statement");
  }
  promise(needed_variables(script).size() <= script.variables.size(), "needed ones are variables");
  promise(!script.error || script.error->range.end <= bytes.size(), "an error is in the text");
}

}  // namespace runbookc
