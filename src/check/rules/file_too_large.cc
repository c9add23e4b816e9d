// RB004: a file that would take long to read, for the tool and for people.
#include "check/problem_findings.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  return problem_findings(context.document, ProblemKind::file_too_large);
}

}  // namespace

const Rule& file_too_large_rule() {
  static const Rule rule = {
      .code = "RB004",
      .name = "file-too-large",
      .recommended = Severity::error,
      .summary = "a file is over the size limit",
      .why =
          "A document of this size is a log, a dump, or generated. It is not read at all: readers "
          "would wait "
          "for it, and a hostile one could stall the build.\n\n"
          "Split it, link to the data instead of pasting it, or exclude the file. If it is really "
          "meant, raise "
          "`limits.document_bytes` in runbookc.yaml.",
      .bad = {"=== runbookc.yaml\nlimits: { document_bytes: 40 }\n=== page.md\n# Gateway\n\nThis "
              "is longer than the forty bytes allowed.\n"},
      .good = {"=== runbookc.yaml\nlimits: { document_bytes: 40 }\n=== page.md\n# Gateway\n\nShort "
               "enough.\n"},
      .check_page = check,
      .reach = {.document = true}};
  return rule;
}

}  // namespace runbookc
