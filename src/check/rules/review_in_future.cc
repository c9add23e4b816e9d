// RB505: a review that has not happened yet.
#include "check/rule.h"
#include "check/upkeep.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  const auto& reviewed = context.page.metadata.last_reviewed;
  // It may be tomorrow already where the writer is.
  if (!reviewed || reviewed->value <= context.corpus.today + std::chrono::days(1)) {
    return {};
  }
  const std::string date = format_date(reviewed->value);
  return {Finding{.span = place_or_front_matter(reviewed->span, context.document),
                  .message = "the last review is dated " + date + ", which is still to come",
                  .help = "write the day of the review; for a planned one use 'next_review'",
                  .subject = date}};
}

}  // namespace

const Rule& review_in_future_rule() {
  static const Rule rule = {
      .code = "RB505",
      .name = "review-in-future",
      .recommended = Severity::error,
      .summary = "the last review lies in the future",
      .why =
          "A review that has not happened vouches for nothing, and it keeps the "
          "document from falling due. Mostly it is a slip in the year, or the next "
          "review written where the last one belongs.",
      .bad = {"---\n"
              "last_reviewed: 2027-05-01\n"
              "---\n"
              "# Fail over\n"},
      .good = {"---\n"
               "last_reviewed: 2026-05-01\n"
               "next_review: 2027-05-01\n"
               "---\n"
               "# Fail over\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
