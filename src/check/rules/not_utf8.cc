// RB001: text in another encoding than the one that everybody reads.
#include "check/problem_findings.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  return problem_findings(context.document, ProblemKind::not_utf8);
}

}  // namespace

const Rule& not_utf8_rule() {
  static const Rule rule = {
      .code = "RB001",
      .name = "not-utf8",
      .recommended = Severity::error,
      .summary = "a file holds bytes that are not UTF-8",
      .why =
          "Browsers, editors and search show such bytes as replacement characters, each in its own "
          "way; a "
          "command that holds one does not paste as it was written.\n\n"
          "The file is probably saved as Windows-1252 or Latin-1. Convert it once: "
          "`iconv -f WINDOWS-1252 -t UTF-8 old.md > new.md`.",
      .bad = {"# Caf\xe9 till\n\nRestart the till.\n"},
      .good = {"# Caf\u00e9 till\n\nRestart the till.\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
