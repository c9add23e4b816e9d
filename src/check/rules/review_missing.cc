// RB501: a document that never comes up for review.
#include <algorithm>

#include "check/rule.h"
#include "check/upkeep.h"
#include "check/written_key.h"

namespace runbookc {
namespace {

bool is_malformed(const Metadata& metadata, std::string_view key) {
  return std::ranges::any_of(metadata.malformed,
                             [key](const MalformedField& field) { return field.key == key; });
}

// A date that is there but does not read as one is reported for that.
bool is_tried(const Metadata& metadata) {
  return is_malformed(metadata, "last_reviewed") || is_malformed(metadata, "next_review") ||
         is_malformed(metadata, "review_every");
}

std::vector<Finding> check(const PageContext& context) {
  const Page& page = context.page;
  if (!needs_upkeep(context) || !is_in_use(page) || page.review.due || is_tried(page.metadata)) {
    return {};
  }
  Finding finding;
  finding.span = review_place(context);
  if (page.review.last_reviewed) {
    finding.message = "the front matter does not say how often this is reviewed";
    finding.help = "add '" + written_key(context, "review_every") +
                   ": 6 months', or 'review.every' to runbookc.yaml";
    finding.subject = "review_every";
  } else {
    finding.message = "the front matter does not say when this was last reviewed";
    finding.help = "review it, then add '" + written_key(context, "last_reviewed") + ": " +
                   format_date(context.corpus.today) + "'";
    finding.subject = "last_reviewed";
  }
  return {std::move(finding)};
}

}  // namespace

const Rule& review_missing_rule() {
  static const Rule rule = {
      .code = "RB501",
      .name = "review-missing",
      .recommended = Severity::warning,
      .summary = "a typed document has no review date",
      .why =
          "Systems change, runbooks do not follow by themselves. A reader at night must "
          "know whether the steps were true last month or four years ago, and the owner "
          "must hear when it is time to look again.\n\n"
          "`last_reviewed` with `review_every` (or the project's `review.every`) tells "
          "both; `next_review` sets the day itself. Plain pages (type `page`), indexes, "
          "templates, drafts and deprecated documents need none, and of a document without front "
          "matter RB101 says so.",
      .bad = {"---\n"
              "type: runbook\n"
              "owner: data-platform\n"
              "---\n"
              "# Fail over\n"},
      .good = {"---\n"
               "type: runbook\n"
               "owner: data-platform\n"
               "last_reviewed: 2026-05-01\n"
               "review_every: 6 months\n"
               "---\n"
               "# Fail over\n"},
      .check_page = check,
      .reach = {.schema = true},
      .said_by = "RB101"};
  return rule;
}

}  // namespace runbookc
