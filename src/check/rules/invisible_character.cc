// RB003: what looks right and does not paste right.
#include <set>

#include "check/problem_findings.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  std::vector<Finding> findings =
      problem_findings(context.document, ProblemKind::invisible_character);
  // Where one begins a word of a command, RB602 says what that does.
  std::set<Position> told;
  for (const Finding& slip : problem_findings(context.document, ProblemKind::command_typography))
    told.insert(slip.span.start);
  std::erase_if(findings,
                [&](const Finding& finding) { return told.contains(finding.span.start); });
  return findings;
}

}  // namespace

const Rule& invisible_character_rule() {
  static const Rule rule = {
      .code = "RB003",
      .name = "invisible-character",
      .recommended = Severity::warning,
      .summary = "text holds a character that nobody sees",
      .why =
          "A zero-width space in a command makes the shell say `command not found` for a name that "
          "looks "
          "right. A bidirectional control makes text read otherwise than it runs, which has been "
          "used to hide "
          "code from reviewers. A control character is obeyed by the terminal that it is pasted "
          "into. They come in with text copied from chats and wikis.\n\n"
          "The fix removes the character. Joiners within emoji and scripts that need them are left "
          "alone.",
      .bad = {"# Gateway\n\nRun kubectl\u200b get pods.\n"},
      .good = {"# Gateway\n\nRun kubectl get pods.\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
