// RB102: front matter that no parser, or not every parser, can read.
#include "check/problem_findings.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  return problem_findings(context.document, ProblemKind::front_matter_syntax);
}

}  // namespace

const Rule& front_matter_syntax_rule() {
  static const Rule rule = {
      .code = "RB102",
      .name = "front-matter-syntax",
      .recommended = Severity::error,
      .summary = "the front matter is not valid YAML",
      .why =
          "Front matter that cannot be read counts as none: no owner, no review date, no alert "
          "leads here. "
          "Values with a colon followed by a space, or that start with `[`, `{`, `*`, `&`, `@` or "
          "a quote, need "
          "quotes around them.\n\n"
          "We accept the part of YAML that every parser reads alike: no anchors, aliases, tags or "
          "second "
          "documents.",
      .bad = {"---\ntitle: Restart: the gateway\n---\n\nOne pod at a time.\n"},
      .good = {"---\ntitle: \"Restart: the gateway\"\n---\n\nOne pod at a time.\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
