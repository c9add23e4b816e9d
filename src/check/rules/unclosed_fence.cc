// RB007: a fence that turns the rest of the page into code.
#include <algorithm>
#include <iterator>

#include "check/problem_findings.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  std::vector<Finding> findings = problem_findings(context.document, ProblemKind::unclosed_fence);
  std::ranges::move(problem_findings(context.document, ProblemKind::swallowing_fence),
                    std::back_inserter(findings));
  return findings;
}

}  // namespace

const Rule& unclosed_fence_rule() {
  static const Rule rule = {
      .code = "RB007",
      .name = "unclosed-fence",
      .recommended = Severity::error,
      .summary = "a code fence is never closed",
      .why =
          "Everything after the opening fence is shown as code: headings, warnings and the rest of "
          "the steps. "
          "Sections that it swallows are not reported as missing, because this is the one thing to "
          "mend.\n\n"
          "Nor is a fence closed by marks at the end of a line of code, or with text behind them: "
          "it "
          "goes on to where the next one was meant to open, and is reported if a heading stands "
          "before that.\n\n"
          "Close the fence with the same characters as it was opened with, at least as many of "
          "them. In a list, "
          "indent the closing fence as far as the text of its item.",
      .bad = {"# Gateway\n\n```bash\nkubectl get pods\n\n## Verification\n\nAll pods are ready.\n"},
      .good = {"# Gateway\n\n```bash\nkubectl get pods\n```\n\n## Verification\n\nAll pods are "
               "ready.\n"},
      .check_page = check,
      .reach = {.structure = true}};
  return rule;
}

}  // namespace runbookc
