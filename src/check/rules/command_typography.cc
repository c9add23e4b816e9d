// RB602: what a word processor left in a command.
#include "check/problem_findings.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  return problem_findings(context.document, ProblemKind::command_typography);
}

}  // namespace

const Rule& command_typography_rule() {
  static const Rule rule = {
      .code = "RB602",
      .name = "command-typography",
      .recommended = Severity::error,
      .summary = "a command holds quotes, dashes or spaces of a word processor",
      .why =
          "A chat, a wiki or an office program turns straight quotes into curly ones, two hyphens "
          "into a dash, and a space into one that does not break. On the page they look the same. "
          "Pasted into a shell they are letters like any other: a quoted text falls apart into "
          "words, an option becomes the name of a file.\n\nBetween proper quotes, in comments and "
          "in here-documents they are text, and so is an apostrophe within a word. `fix` replaces "
          "what is certain; a short dash before a long name might have been one hyphen or two.",
      .bad = {"# Disk\n\n```bash\ngrep “disk full” /var/log/syslog\n```\n"},
      .good = {"# Disk\n\n```bash\ngrep \"disk full\" /var/log/syslog\n```\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
