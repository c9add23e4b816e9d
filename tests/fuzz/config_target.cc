// Any bytes are a project file or have problems, each at a place in it.
#include <string>

#include "check/runner.h"
#include "config/project_config.h"
#include "fuzz/broken_promise.h"
#include "fuzz/targets.h"

namespace runbookc {
namespace {

void check_problem(const ConfigProblem& problem, const SourceFile& file) {
  promise(!problem.message.empty(), "a problem says what");
  promise(problem.span.start <= problem.span.end, "a problem's place has an order");
  promise(problem.span.end.line <= file.line_count() + 1, "a problem is in the file");
}

}  // namespace

void fuzz_config(std::string_view bytes) {
  const SourceFile file("runbookc.yaml", std::string(bytes));
  const ConfigOutcome outcome = read_config(file);
  for (const ConfigProblem& problem : outcome.problems) check_problem(problem, file);
  if (!outcome.problems.empty()) return;
  promise(outcome.config.dialect != nullptr, "a config has a dialect");
  for (const ConfigProblem& problem : check_rule_settings(outcome.config)) {
    check_problem(problem, file);
  }
}

}  // namespace runbookc
