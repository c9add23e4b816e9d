// RB005: a part of a document that costs too much to render.
#include "check/problem_findings.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  return problem_findings(context.document, ProblemKind::limit_exceeded);
}

}  // namespace

const Rule& limit_exceeded_rule() {
  static const Rule rule = {
      .code = "RB005",
      .name = "limit-exceeded",
      .recommended = Severity::error,
      .summary = "a block, table or nesting is over its limit",
      .why =
          "Limits keep one document from stalling the whole build. What is over one is shown as "
          "plain text, so "
          "that nothing is lost, but it does not look as it was meant to.\n\n"
          "Split the table or paragraph, or raise the limit that the finding names in "
          "runbookc.yaml.",
      .bad = {"=== runbookc.yaml\nlimits: { table_columns: 2 }\n=== page.md\n# Hosts\n\n| a | b | "
              "c |\n| - | - | - |\n| 1 | 2 | 3 |\n"},
      .good = {"=== runbookc.yaml\nlimits: { table_columns: 2 }\n=== page.md\n# Hosts\n\n| a | b "
               "|\n| - | - |\n| 1 | 2 |\n"},
      .check_page = check,
      .reach = {.document = true}};
  return rule;
}

}  // namespace runbookc
