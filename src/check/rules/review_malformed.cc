// RB502: a date that is none.
#include "base/text.h"
#include "check/rule.h"
#include "check/upkeep.h"
#include "prose/written_date.h"

namespace runbookc {
namespace {

// The day that "20 Nov 2026" and the like mean; "" for an interval, and where it takes a guess.
std::string day_meant(const MalformedField& field) {
  if (is_interval(field)) return "";
  const auto date = parse_written_date(field.text);
  const bool is_certain = date && date->is_exact() && date->size == field.text.size();
  return is_certain ? format_date(date->first_day()) : "";
}

std::string help_for(const MalformedField& field, const std::string& day) {
  if (!day.empty()) return "did you mean '" + day + "'?";
  if (equals_ignoring_case(field.text, "YYYY-MM-DD")) {
    return "put the day in its place, such as 2026-01-31";
  }
  return malformed_help(field);
}

Finding finding_for(const PageContext& context, const MalformedField& field) {
  const std::string day = day_meant(field);
  Finding finding = {.span = place_or_front_matter(field.span, context.document),
                     .message = malformed_message(field),
                     .help = help_for(field, day),
                     .subject = field.key + ": " + field.text,
                     .fix = std::nullopt};
  if (!day.empty() && field.span.valid()) {
    finding.fix =
        Fix{.description = "write '" + day + "'", .edits = {{.range = field.span, .text = day}}};
  }
  return finding;
}

std::vector<Finding> check(const PageContext& context) {
  std::vector<Finding> findings;
  for (const MalformedField& field : context.page.metadata.malformed) {
    findings.push_back(finding_for(context, field));
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
