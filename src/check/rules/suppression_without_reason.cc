// RB901: a suppression that does not say why.
#include "check/rule.h"

namespace runbookc {
namespace {

bool suppresses(const Directive& directive) {
  return directive.kind != DirectiveKind::unknown && directive.kind != DirectiveKind::enable &&
         !directive.rules.empty();
}

std::string names_of(const Directive& directive) {
  std::string names = directive.rules.front().name;
  if (directive.rules.size() > 1) names += " and others";
  return names;
}

std::vector<Finding> check(const DirectiveContext& context) {
  std::vector<Finding> findings;
  for (const DirectiveUse& use : context.uses) {
    const Directive& directive = *use.directive;
    if (!suppresses(directive) || !directive.reason.empty()) continue;
    const std::string names = names_of(directive);
    findings.push_back({.span = directive.span,
                        .message = "the suppression of " + names + " gives no reason",
                        .help = "write after a colon why the rule should not hold here: '" +
                                directive.word + " " + directive.rules.front().name + ": REASON'",
                        .subject = names});
  }
  return findings;
}

}  // namespace

const Rule& suppression_without_reason_rule() {
  static const Rule rule = {
      .code = "RB901",
      .name = "suppression-without-reason",
      .recommended = Severity::error,
      .summary = "a suppression gives no reason",
      .why =
          "A year later nobody knows whether the finding was wrong, the defect was accepted, or "
          "somebody was in a hurry. The reason is what the next reader needs to take the "
          "suppression away again.\n\n"
          "Write it after a colon, and give it a date if it should not hold for ever: "
          "`<!-- runbookc-disable-next-line RULE: REASON (until 2027-01-31) -->`. Without a reason "
          "the suppression still holds, but this finding stands in for what it hides.",
      .bad = {"# Restart the gateway\n"
              "\n"
              "<!-- runbookc-disable-next-line target-missing -->\n"
              "See [failover](failover.md).\n"},
      .good = {"# Restart the gateway\n"
               "\n"
               "<!-- runbookc-disable-next-line target-missing: the page comes with the "
               "next release (until 2026-12-31) -->\n"
               "See [failover](failover.md).\n"},
      .check_directives = check};
  return rule;
}

}  // namespace runbookc
