// RB305: a reference link whose definition is gone, or a footnote that nothing refers to.
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/problem_findings.h"
#include "check/rule.h"

namespace runbookc {
namespace {

// The first inline link of each text, for a label that was written as a link elsewhere.
std::unordered_map<std::string_view, const Link*> links_by_text(const Document& document) {
  std::unordered_map<std::string_view, const Link*> links;
  if (document.undefined_references.empty()) return links;
  for (const Link& link : document.links) {
    const bool is_written_out = link.kind == LinkKind::inline_link && !link.image;
    if (is_written_out && !link.target.empty()) links.try_emplace(link.text, &link);
  }
  return links;
}

std::string remedy(const UndefinedReference& reference, const Link* link) {
  const std::string definition = "[" + reference.label + "]: ";
  if (link == nullptr) return "add a line '" + definition + "target', or escape the brackets";
  return "line " + std::to_string(link->span.start.line) + " has it as a link: write it as '" +
         definition + link->target + "' on a line of its own";
}

std::vector<Finding> check(const PageContext& context) {
  const auto links = links_by_text(context.document);
  std::vector<Finding> findings = problem_findings(context.document, ProblemKind::broken_link);
  for (const UndefinedReference& reference : context.document.undefined_references) {
    const auto link = links.find(reference.label);
    findings.push_back({.span = reference.span,
                        .message = "the label '" + reference.label + "' is not defined",
                        .help = remedy(reference, link == links.end() ? nullptr : link->second),
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
      .summary = "a reference uses a label that is not defined, or nothing refers to a footnote",
      .why =
          "`[the dashboard][grafana]` is a link only while a line `[grafana]: "
          "https://…` stands in the same document. Without it the reader sees the "
          "brackets, and where they should lead is lost.\n\n"
          "A footnote that nothing refers to, or whose label another before it has, is left out of "
          "the page with all that it says, here as on GitHub.\n\n"
          "`[the dashboard] (https://…)` and `(the dashboard)[https://…]` are no links, either.\n\n"
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
