// RB006: a document that is there and yet is not.
#include "check/problem_findings.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  return problem_findings(context.document, ProblemKind::unreadable_file);
}

}  // namespace

const Rule& unreadable_file_rule() {
  static const Rule rule = {.code = "RB006",
                            .name = "unreadable-file",
                            .recommended = Severity::error,
                            .summary = "a file cannot be read",
                            .why =
                                "A document that cannot be read is missing from the site, and "
                                "nobody notices until they need it. The "
                                "usual reasons: its permissions, a folder or pipe that has a "
                                "document's name, or a symbolic link that "
                                "leads nowhere or out of the project. Links out of the project are "
                                "never followed, because a pull "
                                "request could publish any file of the build machine through one.",
                            .bad = {"=== gateway.md/notes.md\n# Notes\n"},
                            .good = {"=== gateway/notes.md\n# Notes\n"},
                            .check_page = check};
  return rule;
}

}  // namespace runbookc
