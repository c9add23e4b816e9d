// RB504: a review that will be due.
#include "base/text.h"
#include "check/rule.h"
#include "check/upkeep.h"

namespace runbookc {
namespace {

std::string time_left(int days) {
  return days == 0 ? "now" : "in " + count_of(static_cast<std::size_t>(days), "day");
}

std::vector<Finding> check(const PageContext& context) {
  const Review& review = context.page.review;
  if (review.status != ReviewStatus::due_soon || !is_in_use(context.page)) {
    return {};
  }
  return {Finding{
      .span = review_place(context),
      .message = "its review is due " + time_left(review.days) + ", on " + format_date(*review.due),
      .help = "review it, then set 'last_reviewed'",
      .subject = format_date(*review.due)}};
}

}  // namespace

const Rule& review_due_soon_rule() {
  static const Rule rule = {
      .code = "RB504",
      .name = "review-due-soon",
      .recommended = Severity::info,
      .summary = "a review is due soon",
      .why =
          "A word in time, while there is time to plan it. The window is 14 days unless "
          "`review.due_soon` in runbookc.yaml sets another one.",
      .bad = {"---\n"
              "last_reviewed: 2025-12-10\n"
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
