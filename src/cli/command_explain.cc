// runbookc explain: one rule, why it matters, and a bad and a good example.
#include <fmt/format.h>

#include "base/near_miss.h"
#include "check/rule.h"
#include "check/rule_catalogue.h"
#include "cli/command_table.h"
#include "cli/console.h"
#include "cli/session.h"

namespace runbookc {
namespace {

Result<int> run(Session& session, const Arguments& arguments) {
  const std::string& name = arguments.positionals.front();
  const Rule* rule = find_rule(name);
  if (rule == nullptr) {
    const auto nearest = near_miss(name, rule_names());
    return Error{fmt::format("there is no rule '{}'", name),
                 (nearest ? fmt::format("did you mean '{}'? ", *nearest) : "") +
                     "`runbookc rules` lists them"};
  }
  session.console.print(explain_rule(*rule));
  return kExitFine;
}

}  // namespace

const CliCommand& explain_command() {
  static const CliCommand command = {
      .name = "explain",
      .summary = "explain a rule, with a bad and a good example",
      .details = "Example: runbookc explain RB301, or: runbookc explain target-missing",
      .options = {},
      .positionals = {{"RULE", "a rule's code or name", 1, 1}},
      .run = run};
  return command;
}

}  // namespace runbookc
