// RB612: a command that was cut short.
#include "check/problem_findings.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  return problem_findings(context.document, ProblemKind::command_truncated);
}

}  // namespace

const Rule& command_truncated_rule() {
  static const Rule rule = {
      .code = "RB612",
      .name = "command-truncated",
      .recommended = Severity::warning,
      .summary = "an ellipsis stands in a command for text that was left out",
      .why =
          "What was shortened for the eye cannot be pasted: the shell takes `...` as it is "
          "written, and whoever reads it at night has to guess the rest.\n\nWrite it out, or name "
          "what goes there in a placeholder. `./...` in a command of Go's, `main...HEAD` in one of "
          "git's, a filter of jq or yq, and dots in quoted text are left alone, unless nothing "
          "else "
          "stands in the quotes (`X=\"...\"`) or in one of the alternatives there: "
          "`grep -E \"vm-1|...\"` finds every line. A command is reported once.",
      .bad = {"# Token\n\n```bash\nvault login s.8f3a...\n```\n"},
      .good = {"# Token\n\n```bash\nvault login <token>\n```\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
