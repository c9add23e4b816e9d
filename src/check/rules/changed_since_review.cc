// RB507: a document that was edited after it was last looked at as a whole.
#include "check/rule.h"
#include "check/upkeep.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  const Page& page = context.page;
  const std::optional<Date>& reviewed = page.review.last_reviewed;
  // A day's grace: dates are UTC, and writers are not.
  if (!reviewed || !page.last_commit || !is_in_use(page) ||
      *page.last_commit <= *reviewed + std::chrono::days(1)) {
    return {};
  }
  const auto& written = page.metadata.last_reviewed;
  return {{.span = place_or_front_matter(written ? written->span : Span{}, context.document),
           .message = "it was changed on " + format_date(*page.last_commit) +
                      ", after its review on " + format_date(*reviewed),
           .help = "review it as it is now, then set 'last_reviewed: " +
                   format_date(context.corpus.today) + "'",
           .subject = format_date(*reviewed)}};
}

}  // namespace

const Rule& changed_since_review_rule() {
  static const Rule rule = {
      .code = "RB507",
      .name = "changed-since-review",
      .recommended = Severity::off,
      .summary = "a document was changed after its last review",
      .why =
          "A review says that the steps were true as they stood. An edit after it may be right, "
          "but "
          "nobody has looked at the whole since, and the date promises more than was done.\n\n"
          "The day is that on which the newest commit that touched the file was written (UTC), or "
          "today if changes of it are not committed; a day later than the review is not reported. "
          "A commit that sets a later `last_reviewed` is the review and no change. One that adds "
          "the file, or moves it and nothing else, is no change either; a document that is moved "
          "keeps its history. git is asked, and only if the rule is on. Outside of a repository "
          "nothing is reported, nor of files whose history a shallow clone has cut off; a notice "
          "says so. Drafts and deprecated documents are left alone. In the examples, `git-log` "
          "stands for the history.",
      .bad = {"=== git-log\n"
              "2026-05-20 failover.md\n"
              "=== failover.md\n"
              "---\n"
              "last_reviewed: 2026-05-01\n"
              "---\n"
              "# Fail over\n"},
      .good = {"=== git-log\n"
               "2026-05-20 failover.md\n"
               "=== failover.md\n"
               "---\n"
               "last_reviewed: 2026-05-20\n"
               "---\n"
               "# Fail over\n"},
      .check_page = check,
      .reach = {.document = true}};
  return rule;
}

}  // namespace runbookc
