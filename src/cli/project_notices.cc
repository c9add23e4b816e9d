#include "cli/project_notices.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/path.h"
#include "cli/console.h"
#include "cli/glob_suggestion.h"
#include "cli/session.h"
#include "report/safe_text.h"

namespace runbookc {
namespace {

constexpr std::size_t kMostNotices = 5;

struct IdleGlob {
  std::string_view pattern;
  std::string_view key;  // of the project file
};

std::vector<DocumentPlace> document_places(const Corpus& corpus) {
  std::vector<DocumentPlace> places;
  for (std::size_t i = 0; i < corpus.documents.size(); ++i) {
    const Document& document = corpus.documents.outline(i);
    places.push_back({document.path, document.content_path});
  }
  const std::size_t prefix = corpus.config.content.empty() ? 0 : corpus.config.content.size() + 1;
  for (const LoadProblem& problem : corpus.load_problems) {  // a document, too, but for its fault
    const std::string_view path = problem.path;
    places.push_back({path, path.substr(std::min(prefix, path.size()))});
  }
  return places;
}

struct ConfiguredGlob {
  const Glob& glob;
  std::string_view key;
  bool is_idle = true;
};

std::vector<ConfiguredGlob> configured_globs(const ProjectConfig& config) {
  std::vector<ConfiguredGlob> globs;
  std::unordered_set<std::string_view> seen;  // rules of one glob are many settings
  for (const auto& [glob, type] : config.types_by_glob) globs.push_back({glob, "types"});
  for (const RuleSetting& setting : config.rules) {
    if (!setting.glob || !seen.insert(setting.glob->pattern()).second) continue;
    globs.push_back({*setting.glob, "rules"});
  }
  for (const auto& [glob, fields] : config.defaults) globs.push_back({glob, "defaults"});
  return globs;
}

std::vector<IdleGlob> find_idle_globs(const Corpus& corpus,
                                      const std::vector<DocumentPlace>& documents) {
  std::vector<ConfiguredGlob> globs = configured_globs(corpus.config);
  GlobIndex index;
  for (const ConfiguredGlob& entry : globs) index.add(entry.glob);
  for (const DocumentPlace& place : documents) {
    for (const std::size_t i : index.candidates(place.path, place.content_path)) {
      ConfiguredGlob& entry = globs[i];
      if (entry.is_idle && matches(entry.glob, place)) entry.is_idle = false;
    }
  }
  std::vector<IdleGlob> idle;
  for (const ConfiguredGlob& entry : globs) {
    if (entry.is_idle) idle.push_back({entry.glob.pattern(), entry.key});
  }
  for (const std::string& pattern : corpus.walk.idle_excludes) idle.push_back({pattern, "exclude"});
  return idle;
}

std::string folder_name(std::string_view relative) {
  return relative.empty() ? "the project's root" : fmt::format("{}/", safe_path(relative));
}

// What may be wrong with it; "" if nothing is known.
std::string explanation(const IdleGlob& idle, const Project& project,
                        const std::vector<DocumentPlace>& documents) {
  if (const auto meant = meant_glob(idle.pattern, documents)) {
    return fmt::format("; did you mean '{}'?", safe_text(*meant));
  }
  const DocumentPlace* missed = deeper_match(idle.pattern, documents);
  if (missed == nullptr) return "";
  return fmt::format(": globs count from {}; '**/{}' would match {}",
                     folder_name(project.content_root), safe_text(idle.pattern),
                     safe_path(missed->path));
}

void note_idle_globs(Session& session, const Project& project, const Corpus& corpus) {
  const std::vector<DocumentPlace> documents = document_places(corpus);
  const std::vector<IdleGlob> idle = find_idle_globs(corpus, documents);
  const std::string file = safe_path(project.paths(project.config.path));
  for (std::size_t i = 0; i < std::min(idle.size(), kMostNotices); ++i) {
    session.console.note(fmt::format("{}: '{}' of `{}` matches no document{}", file,
                                     safe_text(idle[i].pattern), idle[i].key,
                                     explanation(idle[i], project, documents)));
  }
  if (idle.size() > kMostNotices) {
    session.console.note(
        fmt::format("{}: {} more {} no document", file, idle.size() - kMostNotices,
                    idle.size() == kMostNotices + 1 ? "glob matches" : "globs match"));
  }
}

void note_inner_project_files(Session& session, const Project& project, const Corpus& corpus) {
  const std::vector<std::string>& files = corpus.walk.inner_project_files;
  if (!project.roots.config_file.empty() || !project.roots.selection.empty() || files.empty()) {
    return;
  }
  const std::string more =
      files.size() == 1 ? " is" : fmt::format(" and {} more are", files.size() - 1);
  session.console.note(fmt::format(
      "{}{} not read: the project's root is this folder, which has no {}; `runbookc -C {}` takes "
      "that one for the root",
      safe_path(files.front()), more, kProjectFile, safe_path(parent_path(files.front()))));
}

}  // namespace

void note_project_file(Session& session, const Project& project, const Corpus& corpus) {
  note_idle_globs(session, project, corpus);
  note_inner_project_files(session, project, corpus);
}

}  // namespace runbookc
