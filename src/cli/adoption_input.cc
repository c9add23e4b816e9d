#include "cli/adoption_input.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "adopt/page_parts.h"
#include "base/text.h"
#include "cli/console.h"
#include "cli/git_access.h"
#include "cli/session.h"
#include "git/git.h"
#include "report/safe_text.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;

Result<std::vector<AlertRule>> read_rules(const std::string& name) {
  const fs::path path(name);
  std::error_code problem;
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  const bool is_there = fs::is_directory(folder, problem);
  const ReadOutcome outcome =
      is_there ? disk_files(folder.string())->read(path.filename().string(), kAlertRulesBytes)
               : ReadOutcome{.bytes = {}, .failure = ReadFailure::missing};
  if (outcome.failure == ReadFailure::missing) {
    return Error{fmt::format("the rule file {} does not exist", safe_text(name)), ""};
  }
  if (outcome.failure != ReadFailure::none) {
    return Error{fmt::format("the rule file {} cannot be read", safe_text(name)),
                 "it must be a regular file of at most 16 MiB"};
  }
  return read_alert_rules(SourceFile(name, outcome.bytes));
}

Result<std::vector<AlertRule>> read_all_rules(const Arguments& arguments) {
  std::vector<AlertRule> rules;
  for (const std::string& name : arguments.all(kAlertsOption.names)) {
    auto more = read_rules(name);
    if (!more) return more.error();
    std::ranges::move(*more, std::back_inserter(rules));
  }
  return rules;
}

using Days = std::map<std::string, Date, std::less<>>;

void enter_later(Days& days, const std::string& path, Date day) {
  const auto [entry, is_new] = days.try_emplace(path, day);
  if (!is_new) entry->second = std::max(entry->second, day);
}

// Without git, or a repository, there is no such day; where a shallow clone ends, it would be that
// of another commit.
Days commit_days(Session& session, const Project& project) {
  const auto git = Git::open(git_access(project.roots.root));
  if (!git) return {};
  const auto history = git->edits_since(project.content_root, Date{});
  if (!history) return {};
  if (history->cut_off) {
    session.console.note("dates of commits are not used: this clone is shallow");
    return {};
  }
  Days days;
  for (const FileAddition& added : history->additions) enter_later(days, added.path, added.day);
  for (const FileEdit& edit : history->edits) {
    if (edit.day) enter_later(days, edit.path, *edit.day);
  }
  return days;
}

std::vector<std::string> document_paths(const Corpus& corpus) {
  std::vector<std::string> paths;
  for (const Page& page : corpus.pages) paths.push_back(corpus.path_of(page));
  return paths;
}

// A link is not written through.
bool may_change(const Project& project, const std::string& path) {
  std::error_code problem;
  return is_selected(path, project.roots.selection) &&
         !fs::is_symlink(fs::path(project.roots.root) / path, problem);
}

void note_parts(Session& session, const Project& project, const std::vector<std::string>& parts) {
  if (parts.empty()) return;
  const std::string more = parts.size() == 1 ? "" : fmt::format(" and {} more", parts.size() - 1);
  session.console.note(fmt::format("{} left alone, for they are put into pages and are none: {}{}",
                                   count_of(parts.size(), "document"),
                                   safe_path(project.paths(parts.front())), more));
}

// Parallel to the pages. Parts of pages are left out, and told.
std::vector<bool> select_pages(Session& session, const Project& project, const Corpus& corpus) {
  std::vector<bool> selected;
  std::vector<std::string> parts;
  for (const Page& page : corpus.pages) {
    const Document& document = corpus.document_of(page);
    const bool changes = may_change(project, document.path);
    const bool is_part = is_page_part(*corpus.config.dialect, document.content_path);
    if (changes && is_part) parts.push_back(document.path);
    selected.push_back(changes && !is_part);
  }
  note_parts(session, project, parts);
  return selected;
}

}  // namespace

Result<AdoptionFacts> adoption_facts(Session& session, const Project& project, const Corpus& corpus,
                                     const Arguments& arguments) {
  AdoptionFacts facts;
  auto rules = read_all_rules(arguments);
  if (!rules) return rules.error();
  facts.alert_rules = *std::move(rules);
  facts.assume_reviewed = arguments.has(kAssumeReviewedOption.names);
  facts.selected = select_pages(session, project, corpus);
  facts.approvers = read_approver_lists(*project.files, document_paths(corpus));
  facts.commit_days = commit_days(session, project);
  return facts;
}

}  // namespace runbookc
