// RB002: letters that were a typographic quote before some program misread them.
#include "check/problem_findings.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  return problem_findings(context.document, ProblemKind::mojibake);
}

}  // namespace

const Rule& mojibake_rule() {
  static const Rule rule = {.code = "RB002",
                            .name = "mojibake",
                            .recommended = Severity::warning,
                            .summary = "text was decoded once too often",
                            .why =
                                "An apostrophe that shows as three odd letters was UTF-8 once, "
                                "read as Windows-1252 or Mac Roman, "
                                "and saved again. Readers stumble over it, and nobody finds the "
                                "page by the word that it hides.\n\n"
                                "The fix puts back what was meant. If there are many in a file, "
                                "look for the tool that wrote it: it "
                                "will do so again.",
                            .bad = {"# Gateway\n\nDon\u00e2\u20ac\u2122t restart both pods.\n"},
                            .good = {"# Gateway\n\nDon\u2019t restart both pods.\n"},
                            .check_page = check};
  return rule;
}

}  // namespace runbookc
