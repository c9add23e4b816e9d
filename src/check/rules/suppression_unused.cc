// RB902: a suppression that silences nothing.
#include <algorithm>
#include <string>
#include <utility>

#include "check/rule.h"

namespace runbookc {
namespace {

Finding finding_at(Span span, std::string message, std::string help, std::string subject) {
  return {.span = span,
          .message = std::move(message),
          .help = std::move(help),
          .subject = std::move(subject)};
}

bool ends_nothing(const DirectiveUse& use) {
  return use.ended == 0 && std::ranges::all_of(use.rules, [](const RuleUse& rule) {
           return rule.rule != nullptr && rule.findings == 0;
         });
}

void check_enable(const DirectiveUse& use, std::vector<Finding>& findings) {
  if (!ends_nothing(use)) return;
  findings.push_back(finding_at(use.directive->span, "there is no suppression here to end",
                                "remove the comment, or begin the stretch with "
                                "'runbookc-disable RULE: REASON' before it",
                                use.directive->word));
}

// Writers take "the next line" for the paragraph as it is shown.
std::string remedy(const DirectiveUse& use, const RuleUse& rule) {
  if (rule.missed_line == 0) return "remove it, so that it does not hide a later defect";
  return "it covers line " + std::to_string(use.line) + " only; the finding in line " +
         std::to_string(rule.missed_line) +
         " needs 'runbookc-disable' before the paragraph and 'runbookc-enable' after it";
}

bool is_unused(const RuleUse& use) {
  return use.rule != nullptr && use.findings == 0 && (use.repeated || use.reports_here) &&
         use.rule->check_directives == nullptr;
}

void check_rules(const DirectiveUse& use, std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < use.rules.size(); ++i) {
    if (!is_unused(use.rules[i])) continue;
    const DirectiveRule& named = use.directive->rules[i];
    const bool repeated = use.rules[i].repeated;
    findings.push_back(
        finding_at(named.span,
                   repeated ? "'" + named.name + "' is named twice"
                            : "the suppression of " + named.name + " silences nothing",
                   repeated ? "remove one of the two" : remedy(use, use.rules[i]), named.name));
  }
}

std::vector<Finding> check(const DirectiveContext& context) {
  std::vector<Finding> findings;
  for (const DirectiveUse& use : context.uses) {
    if (use.directive->kind == DirectiveKind::enable) {
      check_enable(use, findings);
    } else if (use.directive->kind != DirectiveKind::unknown && use.in_force) {
      check_rules(use, findings);
    }
  }
  return findings;
}

}  // namespace

const Rule& suppression_unused_rule() {
  static const Rule rule = {
      .code = "RB902",
      .name = "suppression-unused",
      .recommended = Severity::warning,
      .summary = "a suppression silences nothing",
      .why =
          "What it hid was mended, or it stands in the wrong place. Left where it is, it will hide "
          "the next defect of that kind without anybody having decided so.\n\n"
          "Remove it. A rule that is off for the document is not counted as unused there.",
      .bad = {"# Restart the gateway\n"
              "\n"
              "<!-- runbookc-disable-next-line target-missing: the page comes later -->\n"
              "See the failover page.\n"},
      .good = {"# Restart the gateway\n"
               "\n"
               "<!-- runbookc-disable-next-line target-missing: the page comes with the "
               "next release (until 2026-12-31) -->\n"
               "See [failover](failover.md).\n"},
      .check_directives = check,
      .reach = {.document = true}};
  return rule;
}

}  // namespace runbookc
