#include "cli/commit_history.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
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
constexpr std::string_view kKey = "last_reviewed";

// A line that gives a document its date of review, in POSIX's language for git.
std::string review_line_pattern() { return fmt::format("^[\"']?{}[\"']?[[:space:]]*:", kKey); }

bool is_quote(char c) { return c == '"' || c == '\''; }

// The same, of a line that we have.
bool is_review_line(std::string_view line) {
  if (!line.empty() && is_quote(line.front())) line.remove_prefix(1);
  if (!line.starts_with(kKey)) return false;
  line.remove_prefix(kKey.size());
  if (!line.empty() && is_quote(line.front())) line.remove_prefix(1);
  return trim(line).starts_with(':');
}

bool sets_review(const Hunk& hunk) {
  return std::ranges::any_of(hunk.added, is_review_line) ||
         std::ranges::any_of(hunk.removed, is_review_line);
}

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

// Of each document, the last change that was no review. What is not committed yet counts as of
// `today`.
Result<CommitDates> read_dates(const Project& project, Date since, Date today) {
  const auto git = Git::open(git_access(project.roots.root));
  if (!git) return git.error();
  auto dates = git->commit_dates(project.content_root, since, review_line_pattern());
  if (!dates) return dates.error();
  const auto uncommitted = git->uncommitted(project.content_root);
  if (!uncommitted) return uncommitted.error();
  for (const auto& [path, hunks] : *uncommitted) {
    if (std::ranges::any_of(hunks, sets_review)) continue;
    const auto [entry, is_new] = dates->last.try_emplace(path, today);
    if (!is_new) entry->second = std::max(entry->second, today);
  }
  return dates;
}

void note_unknown(Session& session, std::string_view reason) {
  session.console.note(fmt::format("{} is not judged: {}", kRule, safe_text(reason)));
}

}  // namespace

Corpus with_commit_history(Session& session, const Project& project, Corpus corpus) {
  const std::optional<Date> since = is_on(corpus.config) ? oldest_review(corpus) : std::nullopt;
  if (!since) return corpus;
  const auto dates = read_dates(project, *since, session.today);
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
