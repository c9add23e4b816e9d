#include "cli/changed_since.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/path.h"
#include "cli/change_selection.h"
#include "cli/console.h"
#include "cli/git_access.h"
#include "cli/session.h"
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

}  // namespace

Result<std::optional<ChangeSet>> read_changes(const Project& project, const Arguments& arguments) {
  if (!arguments.has("--changed-since")) return std::optional<ChangeSet>();
  const auto git = Git::open(git_access(project.roots.root));
  if (!git) return git.error();
  auto changes = git->changes_since(arguments.last("--changed-since"), pathspecs_of(project));
  if (!changes) return changes.error();
  return std::optional(*std::move(changes));
}

RenameMap renames_of(const std::optional<ChangeSet>& changes) {
  RenameMap renames;
  if (!changes) return renames;
  for (const auto& [path, change] : changes->files) {
    if (!change.renamed_from.empty()) {
      renames.enter(change.renamed_from, path, change.only_renamed);
    }
  }
  return renames;
}

Report narrow_to_changes(Report report, const Project& project,
                         const std::optional<ChangeSet>& changes) {
  if (!changes) return report;
  const ChangeSelection selection(report.corpus, *changes, *project.files);
  std::erase_if(report.diagnostics,
                [&](const Diagnostic& found) { return !selection.selects(found); });
  const auto counts = [&](const auto& item) {
    return selection.is_changed(item.path) && is_selected(item.path, project.roots.selection);
  };
  report.files =
      static_cast<std::size_t>(std::ranges::count_if(report.corpus.documents, counts) +
                               std::ranges::count_if(report.corpus.load_problems, counts));
  return report;
}

void note_changes(Session& session, const Report& report, const std::optional<ChangeSet>& changes) {
  if (!changes) return;
  if (report.files == 0 && report.diagnostics.empty()) {
    session.console.note(fmt::format("no document changed since {}", safe_text(changes->revision)));
  }
  const std::string& config = report.corpus.config.path;
  if (!config.empty() && (changes->find(config) != nullptr || changes->deleted.contains(config))) {
    session.console.note(fmt::format(
        "{} changed: what that means for unchanged documents is not shown; check without "
        "--changed-since tells",
        safe_path(config)));
  }
}

}  // namespace runbookc
