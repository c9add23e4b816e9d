#include "parse/statement_judge.h"

#include <algorithm>

#include "shell/judged_commands.h"

namespace runbookc {
namespace {

bool in_function(const SimpleCommand& command) { return command.around.function; }

}  // namespace

StatementJudge::StatementJudge(const CommandJudge& judge)
    : context_{.table = judge.table, .read_script = read_commands} {}

RiskVerdict StatementJudge::judge(const BlockStatement& statement) {
  RiskVerdict defined;
  defined.programs = define(statement);
  RiskVerdict verdict;
  if (std::ranges::none_of(statement.commands, in_function)) {
    verdict = judge_risk(statement.commands, context_);
  } else {
    std::vector<SimpleCommand> run;
    std::ranges::remove_copy_if(statement.commands, std::back_inserter(run), in_function);
    verdict = judge_risk(run, context_);
    if (run.empty()) verdict.reason = "defines a function";
  }
  context_.values.add(statement.commands);
  context_.follow_at_most -= std::min(verdict.followed, context_.follow_at_most);
  add_verdict(verdict, defined);
  return verdict;
}

// Returns the programs that the functions run.
std::vector<std::string> StatementJudge::define(const BlockStatement& statement) {
  std::vector<std::string> programs;
  for (DefinedFunction& function : defined_functions(statement.text, statement.begin,
                                                     statement.commands, context_.read_script)) {
    FunctionEffect effect;
    if (function.alias) {
      effect.alias = std::move(function.body);
    } else {
      effect = judge_function(function.body, context_);
      if (function.bomb) add_verdict(effect.verdict, bomb_verdict());
      const auto& found = effect.verdict.programs;
      programs.insert(programs.end(), found.begin(), found.end());
    }
    context_.functions.insert_or_assign(std::move(function.name), std::move(effect));
  }
  return programs;
}

}  // namespace runbookc
