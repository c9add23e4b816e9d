// RB012: a merge that was not finished.
#include "check/problem_findings.h"
#include "check/rule.h"

namespace runbookc {
namespace {

// What follows from the marks alone: their lines are no YAML, and make headings of text. Before a
// file's first `---` they hide all of the front matter.
std::vector<std::string_view> rules_misled(const Finding& finding) {
  std::vector<std::string_view> rules = {"RB102", "RB203", "RB204", "RB206"};
  if (finding.span.start.line == 1) rules.insert(rules.end(), {"RB101", "RB104", "RB401", "RB501"});
  return rules;
}

std::vector<Finding> check(const PageContext& context) {
  std::vector<Finding> findings = problem_findings(context.document, ProblemKind::merge_conflict);
  for (Finding& finding : findings) finding.settles = rules_misled(finding);
  return findings;
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
          "with `<<<<<<<`, `=======` and `>>>>>>>`. Committed like this, the page gives two "
          "answers "
          "to one question, and the marks turn the text around them into headings and quotes. What "
          "follows from that alone is not reported, and none of the page's commands runs in what "
          "`commands --format sh` prints.\n\n"
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
