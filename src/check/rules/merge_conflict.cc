// RB012: a merge that was not finished.
#include "check/problem_findings.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  return problem_findings(context.document, ProblemKind::merge_conflict);
}

}  // namespace

const Rule& merge_conflict_rule() {
  static const Rule rule = {
      .code = "RB012",
      .name = "merge-conflict",
      .recommended = Severity::error,
      .summary = "the marks of a merge conflict were committed",
      .why =
          "Where git cannot merge, it writes both sides into the file, between lines that begin "
          "with "
          "`<<<<<<<`, `=======` and `>>>>>>>`. Committed like this, the page gives two answers to "
          "one question, and the marks turn the text around them into headings and quotes, so "
          "that other findings of the page mislead.\n\n"
          "Keep what is right of the two sides and remove the marks, and with `|||||||` what "
          "stands "
          "from there to `=======`. A page that shows what a conflict looks like does so in a "
          "fence "
          "of `text` or `diff`, where it is let be; in one of `bash` it is taken for a merge.",
      .bad = {"# Gateway\n\n<<<<<<< HEAD\nRestart one pod.\n=======\nRestart all pods.\n>>>>>>> "
              "two-pods\n"},
      .good = {"# Gateway\n\nRestart one pod at a time.\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
