// RB008: placeholders that other renderers drop without a word.
#include "check/lone_tag.h"
#include "check/problem_findings.h"
#include "check/rule.h"

namespace runbookc {
namespace {

bool stands_alone(const SourceFile& source, const Span& span) {
  const ByteRange tag = source.bytes_of(span);
  return is_lone_tag(source.bytes(), tag.begin, tag.end);
}

std::vector<Finding> check(const PageContext& context) {
  auto findings = problem_findings(context.document, ProblemKind::vanishing_html);
  for (Finding& finding : findings) {
    if (!finding.fix || stands_alone(context.source, finding.span)) continue;
    finding.fix.reset();
    finding.help = "put the whole command, path or setting in backticks, or write '\\<' for '<'";
  }
  return findings;
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
                                "Put it in backticks, with the command or path that it is a part "
                                "of. `fix` does so only for one that stands alone: not if it "
                                "touches more than white space, brackets and the punctuation "
                                "behind it, nor if its paragraph holds a prompt, a program's name, "
                                "an option, a path, a variable or a setting that is not in "
                                "backticks.",
                            .bad = {"# Gateway\n\nDrain the node <node-name> first.\n"},
                            .good = {"# Gateway\n\nDrain the node `<node-name>` first.\n"},
                            .check_page = check};
  return rule;
}

}  // namespace runbookc
