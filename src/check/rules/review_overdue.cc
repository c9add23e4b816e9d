// RB503: a document that should have been looked at again.
#include "base/text.h"
#include "check/rule.h"
#include "check/upkeep.h"
#include "check/written_key.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  const Review& review = context.page.review;
  if (review.status != ReviewStatus::overdue || !is_in_use(context.page)) {
    return {};
  }
  const std::string late = count_of(static_cast<std::size_t>(-review.days), "day");
  return {
      Finding{.span = review_place(context),
              .message = "its review was due on " + format_date(*review.due) + ", " + late + " ago",
              .help = "review it, then set '" + written_key(context, "last_reviewed") + ": " +
                      format_date(context.corpus.today) + "'" +
                      (context.page.metadata.next_review ? " and 'next_review'" : ""),
              .subject = format_date(*review.due)}};
}

}  // namespace

const Rule& review_overdue_rule() {
  static const Rule rule = {
      .code = "RB503",
      .name = "review-overdue",
      .recommended = Severity::warning,
      .summary = "a review is overdue",
      .why =
          "The owner promised to look at the document by a day that has passed. Its "
          "steps may still be right, but nobody has made sure.\n\n"
          "Read it against the system as it is, best by doing it, then set "
          "`last_reviewed`. A day late is not reported: it may still be yesterday where "
          "the writer is. Deprecated documents are left alone.",
      .bad = {"---\n"
              "last_reviewed: 2025-01-15\n"
              "review_every: 6 months\n"
              "---\n"
              "# Fail over\n"},
      .good = {"---\n"
               "last_reviewed: 2026-05-01\n"
               "review_every: 6 months\n"
               "---\n"
               "# Fail over\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
