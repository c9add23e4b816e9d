// RB108: a severity that nobody on call has a meaning for.
#include <algorithm>

#include "base/near_miss.h"
#include "base/text.h"
#include "check/joined_names.h"
#include "check/rule.h"
#include "check/severity_scale.h"
#include "check/unfilled_value.h"
#include "check/upkeep.h"

namespace runbookc {
namespace {

std::optional<Fix> fix_for(const Located<std::string>& severity, const std::string& meant) {
  if (!severity.span.valid() || !equals_ignoring_case(severity.value, meant)) {
    return std::nullopt;
  }
  return Fix{.description = "write '" + meant + "'",
             .edits = {{.range = severity.span, .text = meant}}};
}

Finding finding_for(const PageContext& context, const Located<std::string>& severity,
                    const std::vector<std::string>& scale) {
  const auto is_known = [&](std::string_view name) {
    return std::ranges::find(scale, name) != scale.end();
  };
  if (const std::string list = as_yaml_list("severity", severity.value, is_known); !list.empty()) {
    return {.span = place_or_front_matter(severity.span, context.document),
            .message = "'" + severity.value + "' is read as the name of one severity",
            .help = "give each an item of its own: " + list,
            .subject = severity.value};
  }
  const std::string meant = near_miss(severity.value, scale).value_or("");
  return {.span = place_or_front_matter(severity.span, context.document),
          .message = "the severity '" + severity.value + "' is not one of " + join(scale, ", "),
          .help = meant.empty() ? std::string("use one of them, or add it to 'severities'")
                                : "did you mean '" + meant + "'?",
          .subject = severity.value,
          .fix = fix_for(severity, meant)};
}

std::vector<Finding> check(const PageContext& context) {
  const std::vector<std::string> scale = severity_scale(context.corpus.config);
  std::vector<Finding> findings;
  for (const Located<std::string>& severity : context.page.metadata.severity) {
    const bool known = std::ranges::find(scale, severity.value) != scale.end();
    if (!known && !is_unfilled(severity.value)) {  // RB107 says that it is still to be written
      findings.push_back(finding_for(context, severity, scale));
    }
  }
  return findings;
}

}  // namespace

const Rule& severity_unknown_rule() {
  static const Rule rule = {
      .code = "RB108",
      .name = "severity-unknown",
      .recommended = Severity::warning,
      .summary = "a severity is not on the project's scale",
      .why =
          "A severity tells how fast somebody must act. One that is not on the scale "
          "has no response time, sorts nowhere and is missed by whoever filters for the "
          "urgent ones.\n\n"
          "The scale is P1 to P4 unless `severities` in runbookc.yaml lists another "
          "one, most severe first.",
      .bad = {"---\n"
              "severity: critical\n"
              "---\n"
              "# Fail over\n"},
      .good = {"---\n"
               "severity: P1\n"
               "---\n"
               "# Fail over\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
