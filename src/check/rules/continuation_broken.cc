// RB611: half a command.
#include "check/problem_findings.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  return problem_findings(context.document, ProblemKind::continuation_broken);
}

}  // namespace

const Rule& continuation_broken_rule() {
  static const Rule rule = {
      .code = "RB611",
      .name = "continuation-broken",
      .recommended = Severity::error,
      .summary = "a line that should go on after a backslash does not",
      .why =
          "A backslash joins two lines only if it is the very last character. With a blank behind "
          "it the shell gets half a command and runs it, and then takes the options in the next "
          "line for another. A comment behind it or between the lines does the same, and a "
          "backslash on the last line leaves the shell waiting for more.\n\nA line that begins "
          "with an option is no command: behind a line without a backslash, with two of them, or "
          "behind an empty line its options are lost.\n\n`fix` removes blanks and empty lines and "
          "adds backslashes, but not where the next line may be a command of its own.",
      .bad = {"# Release\n\n```bash\nhelm upgrade orders charts/orders \\  \n  --wait\n```\n"},
      .good = {"# Release\n\n```bash\nhelm upgrade orders charts/orders \\\n  --wait\n```\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
