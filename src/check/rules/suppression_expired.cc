// RB903: a suppression whose time is over.
#include "base/date.h"
#include "check/rule.h"

namespace runbookc {
namespace {

Finding finding_of(const DirectiveUse& use) {
  const std::string& until = use.directive->until;
  if (!use.until) {
    return {.span = use.directive->until_span,
            .message = "'" + until + "' is not a date, so the suppression does not apply",
            .help = "write the last day on which it holds, as in '(until 2027-01-31)'",
            .subject = until};
  }
  return {
      .span = use.directive->until_span,
      .message = "the suppression ended on " + format_date(*use.until) + " and no longer applies",
      .help = "mend what it hid, or give it a new reason and date",
      .subject = until};
}

std::vector<Finding> check(const DirectiveContext& context) {
  std::vector<Finding> findings;
  for (const DirectiveUse& use : context.uses) {
    const DirectiveKind kind = use.directive->kind;
    if (!use.in_force && kind != DirectiveKind::unknown && kind != DirectiveKind::enable) {
      findings.push_back(finding_of(use));
    }
  }
  return findings;
}

}  // namespace

const Rule& suppression_expired_rule() {
  static const Rule rule = {
      .code = "RB903",
      .name = "suppression-expired",
      .recommended = Severity::warning,
      .summary = "a suppression's date has passed, or cannot be read",
      .why =
          "Whoever set the date meant to come back. Past it the suppression no longer applies, so "
          "what it hid is reported again, next to this finding, which says why.\n\n"
          "Mend what it hid, or decide anew and give a new reason and date. The date is the last "
          "day on which the suppression holds, in UTC, with a day's grace. A date that cannot be "
          "read counts as passed.",
      .bad = {"# Restart the gateway\n"
              "\n"
              "<!-- runbookc-disable-next-line target-missing: comes with release 4 (until "
              "2026-01-31) -->\n"
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
