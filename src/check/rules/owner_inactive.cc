// RB403: an owner who is gone.
#include "check/rule.h"
#include "check/upkeep.h"

namespace runbookc {
namespace {

Finding finding_for(const PageContext& context, const Located<std::string>& name,
                    const Owner& owner) {
  return {.span = place_or_front_matter(name.span, context.document),
          .message = "the owner '" + name.value + "' is no longer active",
          .help = owner.kind == OwnerKind::person ? "name the team that took over from them"
                                                  : "name the team that took over",
          .subject = name.value,
          .fix = std::nullopt};
}

std::vector<Finding> check(const PageContext& context) {
  const std::vector<Owner>& directory = context.corpus.owners.owners();
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < context.page.owners.size(); ++i) {
    const Index index = context.page.owners[i];
    if (index != kNone && !directory[index].active) {
      findings.push_back(finding_for(context, context.page.metadata.owners[i], directory[index]));
    }
  }
  return findings;
}

}  // namespace

const Rule& owner_inactive_rule() {
  static const Rule rule = {
      .code = "RB403",
      .name = "owner-inactive",
      .recommended = Severity::warning,
      .summary = "an owner is marked as no longer active",
      .why =
          "People leave and teams dissolve. Their runbooks look owned, but nobody "
          "answers, and nobody is told about reviews.\n\n"
          "Hand the document to the team that took over. An entry stays in the "
          "directory with `active: false`, so that this can be seen.",
      .bad = {"=== owners.yaml\n"
              "owners:\n"
              "  - id: sam\n"
              "    kind: person\n"
              "    contacts: { email: sam@example.com }\n"
              "    active: false\n"
              "=== failover.md\n"
              "---\n"
              "owner: sam\n"
              "---\n"
              "# Fail over\n"},
      .good = {"=== owners.yaml\n"
               "owners:\n"
               "  - id: data-platform\n"
               "    name: Data Platform\n"
               "    contacts: { slack: \"#data-platform\" }\n"
               "=== failover.md\n"
               "---\n"
               "owner: data-platform\n"
               "---\n"
               "# Fail over\n"},
      .check_page = check,
      .reach = {.owners = true}};
  return rule;
}

}  // namespace runbookc
