// RB506: a promise to look again some day.
#include "check/rule.h"
#include "check/upkeep.h"

namespace runbookc {
namespace {

constexpr Interval kDefaultMaximum{.months = 12, .days = 0};

// The rule's own option, else the project's maximum, else a year.
Interval maximum_of(const PageContext& context) {
  if (const Value* option = context.options.find("maximum")) {
    if (const auto interval = parse_interval(option->text)) {
      return *interval;
    }
  }
  return context.corpus.config.review.maximum.value_or(kDefaultMaximum);
}

std::vector<Finding> check(const PageContext& context) {
  const auto& every = context.page.metadata.review_every;
  const Interval maximum = maximum_of(context);
  if (!every || approximate_days(every->value) <= approximate_days(maximum)) {
    return {};
  }
  const std::string interval = format_interval(every->value);
  return {Finding{.span = place_or_front_matter(every->span, context.document),
                  .message = "reviewed every " + interval + ", more than the maximum of " +
                             format_interval(maximum),
                  .help = "shorten the interval to at most " + format_interval(maximum),
                  .subject = interval}};
}

}  // namespace

const Rule& interval_too_long_rule() {
  static const Rule rule = {
      .code = "RB506",
      .name = "interval-too-long",
      .recommended = Severity::off,
      .summary = "a review interval is longer than the project allows",
      .why =
          "An interval of five years is a way to never review a document and to look "
          "tidy all the same.\n\n"
          "The maximum is `review.maximum` of runbookc.yaml, or a year.",
      .bad = {"---\n"
              "review_every: 5 years\n"
              "---\n"
              "# Fail over\n"},
      .good = {"---\n"
               "review_every: 6 months\n"
               "---\n"
               "# Fail over\n"},
      .options = {{"maximum", "the longest interval allowed", "1 year"}},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
