#include "cli/commit_history.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "check/rule_settings.h"
#include "cli/console.h"
#include "cli/git_access.h"
#include "cli/session.h"
#include "corpus/last_commits.h"
#include "git/git.h"
#include "report/safe_text.h"

namespace runbookc {
namespace {

constexpr std::string_view kRule = "changed-since-review";

bool is_on(const ProjectConfig& config) {
  const Rule* rule = find_rule(kRule);
  return rule != nullptr && !RuleSettings(*rule, config).always_off();
}

std::optional<Date> oldest_review(const Corpus& corpus) {
  std::optional<Date> oldest;
  for (const Page& page : corpus.pages) {
    const std::optional<Date>& reviewed = page.review.last_reviewed;
    if (reviewed && (!oldest || *reviewed < *oldest)) oldest = reviewed;
  }
  return oldest;
}

Result<CommitDates> read_dates(const Project& project, Date since) {
  const auto git = Git::open(git_access(project.roots.root));
  if (!git) return git.error();
  return git->commit_dates(project.content_root, since);
}

void note_unknown(Session& session, std::string_view reason) {
  session.console.note(fmt::format("{} is not judged: {}", kRule, safe_text(reason)));
}

}  // namespace

Corpus with_commit_history(Session& session, const Project& project, Corpus corpus) {
  const std::optional<Date> since = is_on(corpus.config) ? oldest_review(corpus) : std::nullopt;
  if (!since) return corpus;
  const auto dates = read_dates(project, *since);
  if (!dates) {
    note_unknown(session, dates.error().message);
    return corpus;
  }
  if (dates->cut_off) {
    note_unknown(session,
                 "for documents whose last commit lies at the edge of this shallow clone; fetch "
                 "the whole history, as with fetch-depth: 0");
  }
  return with_last_commits(std::move(corpus), dates->last);
}

}  // namespace runbookc
