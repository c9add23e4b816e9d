// RB904: a suppression of something that is no rule.
#include <utility>

#include "base/near_miss.h"
#include "base/text.h"
#include "check/rule.h"
#include "parse/directives.h"

namespace runbookc {
namespace {

std::string did_you_mean(std::string_view name, const std::vector<std::string>& known,
                         std::string otherwise) {
  const auto nearest = near_miss(name, known);
  return nearest ? "did you mean '" + *nearest + "'?" : std::move(otherwise);
}

// Of two that are near, never the wider: "line" is not the file.
std::string meant_word(const Directive& directive, const std::vector<std::string>& words) {
  const bool of_line = directive.word.find("line") != std::string::npos;
  return of_line ? "did you mean 'runbookc-disable-next-line'?"
                 : did_you_mean(directive.word, words, "the directives are " + join(words, ", "));
}

Finding unknown_word(const Directive& directive) {
  const std::vector<std::string> words = directive_words();
  return {.span = directive.word_span,
          .message = "'" + directive.word + "' is not a directive",
          .help = meant_word(directive, words),
          .subject = directive.word};
}

Finding no_rule(const Directive& directive) {
  return {.span = directive.span,
          .message = "the suppression names no rule",
          .help = "name the rules that should not hold here: '" + directive.word + " RULE: REASON'",
          .subject = directive.word};
}

Finding dash_for_colon(const Directive& directive, const DirectiveRule& dash) {
  return {.span = dash.span,
          .message = "'" + dash.name + "' does not part the rules from the reason",
          .help = "write a colon: '" + directive.word + " RULE: REASON'",
          .subject = dash.name};
}

Finding unknown_rule(const DirectiveRule& named, const std::vector<std::string>& known) {
  return {.span = named.span,
          .message = "'" + named.name + "' is not a rule",
          .help = did_you_mean(named.name, known, "'runbookc rules' lists them"),
          .subject = named.name};
}

Finding protected_rule(const DirectiveRule& named) {
  return {.span = named.span,
          .message = "'" + named.name + "' is about suppressions and cannot be suppressed",
          .help = "remove it here; the project file can turn it off",
          .subject = named.name};
}

void check_rules(const DirectiveUse& use, const std::vector<std::string>& known,
                 std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < use.rules.size(); ++i) {
    const Rule* rule = use.rules[i].rule;
    const DirectiveRule& named = use.directive->rules[i];
    if (rule == nullptr && is_dash(named.name)) {
      findings.push_back(dash_for_colon(*use.directive, named));
    } else if (rule == nullptr) {
      findings.push_back(unknown_rule(named, known));
    } else if (rule->check_directives != nullptr) {
      findings.push_back(protected_rule(named));
    }
  }
}

std::vector<Finding> check(const DirectiveContext& context) {
  const std::vector<std::string> known = rule_names();
  std::vector<Finding> findings;
  for (const DirectiveUse& use : context.uses) {
    const Directive& directive = *use.directive;
    if (directive.kind == DirectiveKind::unknown) {
      findings.push_back(unknown_word(directive));
    } else if (directive.rules.empty() && directive.kind != DirectiveKind::enable) {
      findings.push_back(no_rule(directive));
    } else {
      check_rules(use, known, findings);
    }
  }
  return findings;
}

}  // namespace

const Rule& suppression_unknown_rule_rule() {
  static const Rule rule = {
      .code = "RB904",
      .name = "suppression-unknown-rule",
      .recommended = Severity::error,
      .summary = "a suppression names no rule, or one that does not exist",
      .why =
          "Nothing is silenced by a name that is misspelt, and its writer believes that it is. The "
          "same holds for a comment that begins with `runbookc-` and is no directive.\n\n"
          "Name rules by code or name, separated by commas. `runbookc rules` lists them. The rules "
          "about suppressions cannot be suppressed: set them in the project file.",
      .bad = {"# Restart the gateway\n"
              "\n"
              "<!-- runbookc-disable-next-line target-mising: the page comes later -->\n"
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
