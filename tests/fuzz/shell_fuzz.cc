// Any bytes are read as shell, and every place found is in them.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "../unit/shell/uncovered_text.h"
#include "shell/grammar.h"
#include "shell/needed_variables.h"
#include "shell/placeholder_ranges.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto script = runbookc::parse_shell(text, runbookc::placeholder_ranges(text));
  std::uint32_t last = 0;
  for (const auto& statement : script.statements) {
    require(last <= statement.range.begin && statement.range.begin < statement.range.end);
    last = statement.range.end;
  }
  require(last <= size);
  if (!script.statements.empty()) require(runbookc::uncovered_text(text, script).empty());
  for (const auto& command : script.commands) {
    require(command.range.begin <= command.range.end && command.range.end <= size);
    require(command.statement < script.statements.size());
    require(!command.pipeline || !command.outer || command.outer->pipeline != *command.pipeline);
    for (const auto& assignment : command.assignments) {
      require(assignment.value.range.begin <= assignment.value.range.end);
      require(assignment.value.range.end <= command.range.end);
    }
  }
  for (const auto& variable : script.variables) {
    require(text.substr(variable.range.begin, variable.range.size()) == variable.name);
    require(variable.statement < script.statements.size());
  }
  require(runbookc::needed_variables(script).size() <= script.variables.size());
  if (script.error) require(script.error->range.end <= size);
  return 0;
}
