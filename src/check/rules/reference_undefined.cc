// RB305: a reference link whose definition is gone.
#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  std::vector<Finding> findings;
  for (const UndefinedReference& reference : context.document.undefined_references) {
    findings.push_back(
        {.span = reference.span,
         .message = "the label '" + reference.label + "' is not defined",
         .help = "add a line '[" + reference.label + "]: target', or escape the brackets",
         .subject = reference.label,
         .fix = std::nullopt,
         .references = {{ReferenceKind::mention, {}, reference.label, {}}}});
  }
  return findings;
}

}  // namespace

const Rule& reference_undefined_rule() {
  static const Rule rule = {
      .code = "RB305",
      .name = "reference-undefined",
      .recommended = Severity::warning,
      .summary = "a reference link uses a label that is not defined",
      .why =
          "`[the dashboard][grafana]` is a link only while a line `[grafana]: "
          "https://…` stands in the same document. Without it the reader sees the "
          "brackets, and where they should lead is lost.\n\n"
          "Add the definition, or write the target in place. If brackets are meant, "
          "escape them: `\\[a][b]`.",
      .bad = {"# Restart the gateway\n"
              "\n"
              "Watch [the dashboard][grafana].\n"},
      .good = {"# Restart the gateway\n"
               "\n"
               "Watch [the dashboard][grafana].\n"
               "\n"
               "[grafana]: https://grafana.example.com/d/gateway\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
