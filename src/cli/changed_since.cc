#include "cli/changed_since.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/path.h"
#include "base/text.h"
#include "cli/change_selection.h"
#include "cli/console.h"
#include "cli/edited_changes.h"
#include "cli/git_access.h"
#include "cli/session.h"
#include "cli/sure_renames.h"
#include "git/git.h"
#include "report/safe_text.h"

namespace runbookc {
namespace {

// The files in which findings can lie.
std::vector<std::string> pathspecs_of(const Project& project) {
  std::vector<std::string> pathspecs;
  for (const std::string& ending : project.config.extensions) {
    pathspecs.push_back(ending_pathspec(ending));
  }
  for (const std::string& path :
       {project.config.owners_file, join_path(project.content_root, "owners.yaml"),
        std::string("owners.yaml"), std::string(".github/CODEOWNERS"), std::string("CODEOWNERS"),
        std::string("docs/CODEOWNERS")}) {
    if (!path.empty()) pathspecs.push_back(literal_pathspec(path));
  }
  return pathspecs;
}

// Findings that the baseline accepts at the old path of a document, that are still there at the new
// one, and that the change is not to blame for: nobody is shown them now.
std::size_t count_moved(const Analysis& analysis, const ChangeSet& changes,
                        const ChangeSelection& selection) {
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> gone;
  for (const BaselineEntry& entry : analysis.gone) ++gone[{entry.path, entry.rule}];
  if (gone.empty()) return 0;
  std::size_t moved = 0;
  for (const Diagnostic& found : analysis.diagnostics) {
    const FileChange* change = changes.find(found.path);
    if (change == nullptr || change->renamed_from.empty() || selection.selects(found)) continue;
    const auto accepted = gone.find({change->renamed_from, found.name});
    if (accepted == gone.end() || accepted->second == 0) continue;
    --accepted->second;
    ++moved;
  }
  return moved;
}

}  // namespace

Result<std::optional<ChangeSet>> read_changes(const Project& project, const Arguments& arguments) {
  if (!arguments.has("--changed-since")) return std::optional<ChangeSet>();
  const auto git = Git::open(git_access(project.roots.root));
  if (!git) return git.error();
  auto changes = git->changes_since(arguments.last("--changed-since"), pathspecs_of(project));
  if (!changes) return changes.error();
  return std::optional(*std::move(changes));
}

RenameMap renames_of(const Project& project, const std::optional<ChangeSet>& changes) {
  RenameMap renames(project.config.extensions);
  if (!changes) return renames;
  const auto sure = sure_renames(*changes, *project.files);
  for (const auto& [path, change] : changes->files) {
    if (!change.renamed_from.empty()) {
      renames.enter(change.renamed_from, path, sure.contains(path));
    }
  }
  if (renames.empty()) return renames;
  for (const auto& [path, change] : changes->files) {
    if (change.whole) renames.enter_whole(path);
    for (const Hunk& hunk : change.hunks) {
      for (const std::string& line : hunk.added) renames.enter_line(path, line);
    }
  }
  return renames;
}

std::optional<ChangeSet> with_buffer(std::optional<ChangeSet> changes, const Files& files,
                                     const FileBytes& buffer) {
  if (!changes) return changes;
  changes = with_edits(*std::move(changes), files, buffer);
  for (const auto& [path, bytes] : buffer) changes->deleted.erase(path);
  return changes;
}

Report narrow_to_changes(Report report, const Analysis& analysis, const Project& project,
                         const Files& files, const std::optional<ChangeSet>& changes) {
  if (!changes) return report;
  const ChangeSelection selection(report.corpus, *changes, files);
  std::erase_if(report.diagnostics,
                [&](const Diagnostic& found) { return !selection.selects(found); });
  std::set<std::string_view> with_findings;
  for (const Diagnostic& found : report.diagnostics) with_findings.insert(found.path);
  std::erase_if(report.paths, [&](std::string_view path) {
    return !selection.is_changed(path) && !with_findings.contains(path);
  });
  report.files = report.paths.size();
  const auto mended = [&](const Diagnostic& found) {
    return is_mendable(project, found) && selection.selects(found);
  };
  report.fixable = static_cast<std::size_t>(std::ranges::count_if(report.diagnostics, mended));
  report.fixable_baselined =
      static_cast<std::size_t>(std::ranges::count_if(analysis.accepted, mended));
  report.moved = count_moved(analysis, *changes, selection);
  return report;
}

void note_changes(Session& session, const Project& project, const Report& report,
                  const std::optional<ChangeSet>& changes, std::string_view update) {
  if (!changes) return;
  if (report.files == 0 && report.diagnostics.empty()) {
    session.console.note(fmt::format("no document changed since {}", safe_text(changes->revision)));
  }
  if (report.moved > 0) {
    session.console.note(fmt::format("{} moved with {}: {}a full check will report {}",
                                     count_of(report.moved, "accepted finding"),
                                     report.moved == 1 ? "its file" : "their files",
                                     update.empty() ? "" : fmt::format("run `{}`, or ", update),
                                     report.moved == 1 ? "it" : "them"));
  }
  const std::string& config = report.corpus.config.path;
  if (!config.empty() && (changes->find(config) != nullptr || changes->deleted.contains(config))) {
    session.console.note(fmt::format(
        "{} changed: what that means for unchanged documents is not shown; check without "
        "--changed-since tells",
        safe_path(project.paths(config))));
  }
}

}  // namespace runbookc
