// RB401: a document that nobody answers for.
#include "check/page_place.h"
#include "check/rule.h"
#include "check/upkeep.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  if (!needs_upkeep(context) || !context.page.metadata.owners.empty()) {
    return {};
  }
  const Value* written = context.page.front_matter.find("owner");
  const Span place = written == nullptr ? Span{} : written->span;
  return {Finding{.span = place_or_front_matter(place, context.document),
                  .message = "the front matter names no owner",
                  .help = "add 'owner:' with the team that answers for this document",
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
          "RB101 says so.",
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
