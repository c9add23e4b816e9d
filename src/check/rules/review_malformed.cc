// RB502: a date that is none.
#include "check/rule.h"
#include "check/upkeep.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  std::vector<Finding> findings;
  for (const MalformedField& field : context.page.metadata.malformed) {
    findings.push_back({.span = place_or_front_matter(field.span, context.document),
                        .message = malformed_message(field),
                        .help = malformed_help(field),
                        .subject = field.key + ": " + field.text,
                        .fix = std::nullopt});
  }
  return findings;
}

}  // namespace

const Rule& review_malformed_rule() {
  static const Rule rule = {
      .code = "RB502",
      .name = "review-malformed",
      .recommended = Severity::error,
      .summary = "a review date or interval does not read as one",
      .why =
          "`03/04/2026` is a day in March or in April, depending on who reads it, and "
          "30 February never comes. What cannot be read cannot fall due, so the "
          "document would look current for ever.\n\n"
          "Dates are `YYYY-MM-DD`. Intervals are `90 days`, `90d`, `12 weeks`, `3 "
          "months`, `1 year`, `P90D`, `monthly`, `quarterly`, `yearly`.",
      .bad = {"---\n"
              "last_reviewed: 03/04/2026\n"
              "---\n"
              "# Fail over\n"},
      .good = {"---\n"
               "last_reviewed: 2026-04-03\n"
               "---\n"
               "# Fail over\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
