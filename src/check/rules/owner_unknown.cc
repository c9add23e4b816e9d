// RB402: an owner whom nobody can look up.
#include <string>
#include <string_view>
#include <vector>

#include "base/near_miss.h"
#include "check/joined_names.h"
#include "check/rule.h"
#include "check/unfilled_value.h"
#include "check/upkeep.h"
#include "corpus/name_index.h"

namespace runbookc {
namespace {

std::optional<Fix> fix_for(const Located<std::string>& owner, const NameIndex& index,
                           const std::vector<std::string>& names) {
  const std::optional<NearName> near = index.nearest(owner.value);
  if (!near || !near->sure || !owner.span.valid()) {
    return std::nullopt;
  }
  const std::string& name = names[near->index];
  return Fix{.description = "write '" + name + "'", .edits = {{.range = owner.span, .text = name}}};
}

// What is made once for all unknown owners of a page.
struct Suggestions {
  NameIndex index;
  NearMissBudget budget = NearMissBudget();
};

Finding finding_for(const PageContext& context, const Located<std::string>& owner,
                    Suggestions& suggestions) {
  const OwnerDirectory& directory = context.corpus.owners;
  const auto is_known = [&](std::string_view name) { return directory.find_named(name) != kNone; };
  if (const std::string list = as_yaml_list("owners", owner.value, is_known); !list.empty()) {
    return {.span = place_or_front_matter(owner.span, context.document),
            .message = "'" + owner.value + "' is read as the name of one owner",
            .help = "give each an item of its own: " + list,
            .subject = owner.value};
  }
  const std::string meant =
      suggestions.budget.nearest(owner.value, directory.known_names()).value_or("");
  return {.span = place_or_front_matter(owner.span, context.document),
          .message = "the owner '" + owner.value + "' is not in " + directory.path(),
          .help = meant.empty() ? "add it to " + directory.path() + ", or name one that is there"
                                : "did you mean '" + meant + "'?",
          .subject = owner.value,
          .fix = meant.empty() ? std::nullopt
                               : fix_for(owner, suggestions.index, directory.known_names())};
}

std::vector<Finding> check(const PageContext& context) {
  std::vector<Finding> findings;
  std::optional<Suggestions> suggestions;
  if (!context.corpus.owners.exists()) {
    return findings;
  }
  for (std::size_t i = 0; i < context.page.owners.size(); ++i) {
    // What stands for an owner is nobody to be added: RB401 asks for one.
    const bool unknown =
        context.page.owners[i] == kNone && !is_unfilled(context.page.metadata.owners[i].value);
    if (unknown) {
      if (!suggestions) {
        suggestions.emplace(Suggestions{.index = NameIndex(context.corpus.owners.known_names())});
      }
      findings.push_back(finding_for(context, context.page.metadata.owners[i], *suggestions));
    }
  }
  return findings;
}

}  // namespace

const Rule& owner_unknown_rule() {
  static const Rule rule = {
      .code = "RB402",
      .name = "owner-unknown",
      .recommended = Severity::error,
      .summary = "an owner is not in the directory of owners",
      .why =
          "The directory (owners.yaml) says how to reach each owner. A name that is not "
          "in it is a misspelling, a team that was renamed, or somebody who left: "
          "whoever needs help finds no contact.\n\n"
          "If a team was renamed, list its old name under `aliases` of its entry. A "
          "project without a directory is not checked.",
      .bad = {"=== owners.yaml\n"
              "owners:\n"
              "  - id: data-platform\n"
              "    name: Data Platform\n"
              "    contacts: { slack: \"#data-platform\" }\n"
              "=== failover.md\n"
              "---\n"
              "owner: data-plattform\n"
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
