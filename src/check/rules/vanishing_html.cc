// RB008: placeholders that other renderers drop without a word.
#include "check/problem_findings.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  return problem_findings(context.document, ProblemKind::vanishing_html);
}

}  // namespace

const Rule& vanishing_html_rule() {
  static const Rule rule = {.code = "RB008",
                            .name = "vanishing-html",
                            .recommended = Severity::warning,
                            .summary = "a placeholder in angle brackets is read as HTML",
                            .why =
                                "Most renderers take `<cluster-id>` in prose for an unknown HTML "
                                "element and show nothing, so a reader "
                                "sees `delete the cluster` where the writer meant a name. We show "
                                "it, but the same file is also read on "
                                "GitHub and in wikis.\n\n"
                                "Put it in backticks.",
                            .bad = {"# Gateway\n\nDrain the node <node-name> first.\n"},
                            .good = {"# Gateway\n\nDrain the node `<node-name>` first.\n"},
                            .check_page = check};
  return rule;
}

}  // namespace runbookc
