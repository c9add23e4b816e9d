#include "cli/commit_history.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "check/rule_settings.h"
#include "cli/console.h"
#include "cli/git_access.h"
#include "cli/session.h"
#include "corpus/last_commits.h"
#include "corpus/metadata.h"
#include "git/git.h"
#include "parse/encoding_problems.h"
#include "parse/foreign_keys.h"
#include "parse/front_matter.h"
#include "report/safe_text.h"

namespace runbookc {
namespace {

constexpr std::string_view kRule = "changed-since-review";
// Of a document, how many edits after its review are looked at. Only one that sets a date of review
// leads to the next, and a date that is older than its commit is rarely set twice in a row.
constexpr std::size_t kMostEdits = 4;

// Those with a date of review.
using PagesByPath = std::map<std::string_view, const Page*>;

PagesByPath reviewed_pages(const Corpus& corpus) {
  PagesByPath pages;
  for (const Page& page : corpus.pages) {
    if (page.review.last_reviewed) pages.emplace(corpus.path_of(page), &page);
  }
  return pages;
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

// The edits that may have come after the review of what is a page now.
std::vector<FileEdit> later_edits(const std::vector<FileEdit>& edits, const PagesByPath& pages,
                                  Date today) {
  std::vector<FileEdit> later;
  std::map<const Page*, std::size_t> counts;
  for (const FileEdit& edit : edits) {
    const auto found = pages.find(edit.path);
    if (found == pages.end()) continue;
    const Page* page = found->second;
    if (edit.day.value_or(today) <= *page->review.last_reviewed) continue;
    if (counts[page]++ < kMostEdits) later.push_back(edit);
  }
  return later;
}

std::vector<std::string> versions_of(const std::vector<FileEdit>& edits) {
  std::set<std::string> hashes;
  for (const FileEdit& edit : edits) {
    hashes.insert(edit.before);
    if (edit.day) hashes.insert(edit.after);
  }
  return {hashes.begin(), hashes.end()};
}

// The date that the text of a document gives itself.
std::optional<Date> review_date(std::string_view text, const ProjectConfig& config) {
  const ParseLimits& limits = config.limits;
  if (text.size() > limits.document_bytes) return std::nullopt;
  SourceFile file("", std::string(text));
  if (find_encoding_problem(file)) file = with_valid_utf8(file, limits.document_bytes);
  const Value front_matter =
      with_own_keys(read_front_matter(file, limits).front_matter.root, config.front_matter_keys);
  const auto written = read_metadata(front_matter).last_reviewed;
  return written ? std::optional(written->value) : std::nullopt;
}

using DatesByHash = std::map<std::string, std::optional<Date>, std::less<>>;

Result<DatesByHash> read_dates(const Git& git, const std::vector<FileEdit>& edits,
                               const ProjectConfig& config) {
  DatesByHash dates;
  const Status read =
      git.read_objects(versions_of(edits), [&](std::string_view hash, std::string_view text) {
        dates.emplace(hash, review_date(text, config));
      });
  if (!read) return read.error();
  return dates;
}

// Whether the edit is the review itself: only who sets a later date says to have looked.
bool is_review(const FileEdit& edit, const Page& page, const DatesByHash& dates) {
  const std::optional<Date> before = dates.at(edit.before);
  std::optional<Date> after;
  if (edit.day) {
    after = dates.at(edit.after);
  } else if (page.metadata.last_reviewed) {
    after = page.metadata.last_reviewed->value;
  }
  return after && (!before || *after > *before);
}

struct LastChanges {
  std::map<std::string, Date, std::less<>> days;  // by path
  bool cut_off = false;
};

// Of each document, the last change after its review that was no review.
Result<LastChanges> last_changes(const Project& project, const Corpus& corpus, Date since,
                                 Date today) {
  const auto git = Git::open(git_access(project.roots.root));
  if (!git) return git.error();
  const auto history = git->edits_since(project.content_root, since);
  if (!history) return history.error();
  const PagesByPath pages = reviewed_pages(corpus);
  const std::vector<FileEdit> edits = later_edits(history->edits, pages, today);
  const auto dates = read_dates(*git, edits, corpus.config);
  if (!dates) return dates.error();
  LastChanges last{.days = {}, .cut_off = history->cut_off};
  for (const FileEdit& edit : edits) {
    if (is_review(edit, *pages.at(edit.path), *dates)) continue;
    const Date day = edit.day.value_or(today);
    const auto [entry, is_new] = last.days.try_emplace(edit.path, day);
    if (!is_new) entry->second = std::max(entry->second, day);
  }
  return last;
}

void note_unknown(Session& session, std::string_view reason) {
  session.console.note(fmt::format("{} is not judged: {}", kRule, safe_text(reason)));
}

}  // namespace

Corpus with_commit_history(Session& session, const Project& project, Corpus corpus) {
  const std::optional<Date> since = is_on(corpus.config) ? oldest_review(corpus) : std::nullopt;
  if (!since) return corpus;
  const auto last = last_changes(project, corpus, *since, session.today);
  if (!last) {
    note_unknown(session, last.error().message);
    return corpus;
  }
  if (last->cut_off) {
    note_unknown(session,
                 "for documents whose last commit lies at the edge of this shallow clone; fetch "
                 "the whole history, as with fetch-depth: 0");
  }
  return with_last_commits(std::move(corpus), last->days);
}

}  // namespace runbookc
