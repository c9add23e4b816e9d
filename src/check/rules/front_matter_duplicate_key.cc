// RB103: one key, two values, and no way to know which is meant.
#include "check/problem_findings.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  return problem_findings(context.document, ProblemKind::front_matter_duplicate_key);
}

}  // namespace

const Rule& front_matter_duplicate_key_rule() {
  static const Rule rule = {
      .code = "RB103",
      .name = "front-matter-duplicate-key",
      .recommended = Severity::error,
      .summary = "a key stands twice in the front matter",
      .why =
          "YAML parsers disagree about which of the two counts: one tool pages the first owner, "
          "another the "
          "second. Keep the line that is true and delete the other.",
      .bad = {"---\ntitle: Gateway\nowner: platform\nowner: payments\n---\n\nText.\n"},
      .good = {"---\ntitle: Gateway\nowner: [platform, payments]\n---\n\nText.\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
