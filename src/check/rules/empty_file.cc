// RB010: a page that promises help and holds none.
#include "check/problem_findings.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  return problem_findings(context.document, ProblemKind::empty_file);
}

}  // namespace

const Rule& empty_file_rule() {
  static const Rule rule = {.code = "RB010",
                            .name = "empty-file",
                            .recommended = Severity::warning,
                            .summary = "a document has no content",
                            .why =
                                "An empty page in search results and navigation costs a reader a "
                                "click when time is short. Write the "
                                "page, or remove the file until there is something to say.",
                            .bad = {""},
                            .good = {"# Gateway\n\nRestart one pod at a time.\n"},
                            .check_page = check,
                            .reach = {.document = true}};
  return rule;
}

}  // namespace runbookc
