// RB401: a document that nobody answers for.
#include <string>
#include <vector>

#include "base/text.h"
#include "check/page_place.h"
#include "check/rule.h"
#include "check/unfilled_value.h"
#include "check/upkeep.h"
#include "check/written_key.h"

namespace runbookc {
namespace {

constexpr std::size_t kOwnersNamed = 8;

// "data-platform, orders, …": whom the project knows, for a writer to choose from.
std::string known_owners(const OwnerDirectory& directory) {
  std::vector<std::string> ids;
  for (const Owner& owner : directory.owners()) {
    if (!owner.active) continue;
    const bool room = ids.size() < kOwnersNamed;
    ids.push_back(room ? owner.id : "…");
    if (!room) break;
  }
  return join(ids, ", ");
}

// `owner: TODO`, in a draft too: its writer put it there to be reminded.
std::vector<Finding> unfilled_owners(const PageContext& context) {
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < context.page.owners.size(); ++i) {
    const Located<std::string>& owner = context.page.metadata.owners[i];
    if (context.page.owners[i] != kNone || !is_unfilled(owner.value)) continue;
    const std::string known = known_owners(context.corpus.owners);
    findings.push_back({.span = place_or_front_matter(owner.span, context.document),
                        .message = "the owner is still to be filled in",
                        .help = "name the team that answers for this document" +
                                (known.empty() ? std::string() : ": " + known),
                        .subject = owner.value});
  }
  return findings;
}

std::vector<Finding> check(const PageContext& context) {
  if (context.type == nullptr || !context.type->placeholders_meant) {
    if (std::vector<Finding> unfilled = unfilled_owners(context); !unfilled.empty()) {
      return unfilled;
    }
  }
  if (!needs_upkeep(context) || !context.page.metadata.owners.empty()) {
    return {};
  }
  const Value* written = context.corpus.front_matter_of(context.page).find("owner");
  const Span place = written == nullptr ? Span{} : written->span;
  return {Finding{.span = place_or_front_matter(place, context.document),
                  .message = "the front matter names no owner",
                  .help = "add '" + written_key(context, "owner") +
                          ":' with the team that answers for this document",
                  .subject = "owner"}};
}

}  // namespace

const Rule& owner_missing_rule() {
  static const Rule rule = {
      .code = "RB401",
      .name = "owner-missing",
      .recommended = Severity::warning,
      .summary = "a typed document has no owner",
      .why =
          "When a runbook is wrong or leaves a question open, its owner is who to ask, "
          "at night too. Without one nobody is told that it is overdue for review, and "
          "nobody repairs it.\n\n"
          "Name a team rather than a person: teams stay. Plain pages (type `page`), "
          "indexes, templates and drafts need no owner, and of a document without front matter "
          "RB101 says so. `owner: TODO`, as `new` writes it, names nobody either, and is reported "
          "in drafts, too.",
      .bad = {"---\n"
              "type: runbook\n"
              "last_reviewed: 2026-05-01\n"
              "---\n"
              "# Fail over\n"},
      .good = {"---\n"
               "type: runbook\n"
               "owner: data-platform\n"
               "last_reviewed: 2026-05-01\n"
               "---\n"
               "# Fail over\n"},
      .check_page = check,
      .reach = {.schema = true, .owners = true},
      .said_by = "RB101"};
  return rule;
}

}  // namespace runbookc
