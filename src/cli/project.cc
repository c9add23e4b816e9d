#include "cli/project.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "base/path.h"
#include "base/text.h"
#include "check/finding_cap.h"
#include "check/runner.h"
#include "cli/clock.h"
#include "cli/commit_history.h"
#include "cli/console.h"
#include "cli/document_cache.h"
#include "cli/finding_cache.h"
#include "cli/progress.h"
#include "cli/session.h"
#include "cli/source_cache.h"
#include "report/safe_text.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kConfigBytes = std::uint64_t{1024} * 1024;

ShownPaths paths_from_here(const std::string& root) {
  std::error_code problem;
  return {root, fs::current_path(problem).string()};
}

Result<std::string> read_project_file(const std::string& absolute, const std::string& shown) {
  const fs::path path(absolute);
  const auto folder = disk_files(path.parent_path().string());
  ReadOutcome outcome = folder->read(path.filename().string(), kConfigBytes);
  if (outcome.failure == ReadFailure::none) return std::move(outcome.bytes);
  switch (outcome.failure) {
    case ReadFailure::too_large:
      return Error{fmt::format("the project file {} is larger than 1 MB", shown), ""};
    case ReadFailure::permission:
      return Error{fmt::format("no permission to read the project file {}", shown), ""};
    case ReadFailure::escaping_link:
      return Error{fmt::format("the project file {} is a link out of the project", shown),
                   "name its target with --config, if it is to be trusted"};
    default:
      return Error{fmt::format("the project file {} is not a readable file", shown), ""};
  }
}

// All of them, each at its place, and how many they are. Precondition: there are some.
Error config_error(const std::string& path, const std::vector<ConfigProblem>& problems) {
  std::vector<Error> errors;
  for (const ConfigProblem& problem : problems) {
    errors.push_back({problem.message, problem.help,
                      FilePlace{path, std::max(problem.span.start.line, 1U),
                                std::max(problem.span.start.column, 1U)}});
  }
  errors.push_back({fmt::format("{} in the project file; nothing was checked",
                                count_of(problems.size(), "problem")),
                    ""});
  Error all = errors.front();
  all.others.assign(errors.begin() + 1, errors.end());
  return all;
}

// `runbookc.yml` beside no project file would be believed to be one.
void note_wrong_extension(Session& session, const Roots& roots) {
  constexpr std::string_view kMisnamed = "runbookc.yml";
  if (!roots.config_file.empty()) return;
  std::error_code problem;
  if (!fs::exists(fs::path(roots.root) / kMisnamed, problem)) return;
  session.console.note(
      fmt::format("{} is not read: the project file is called {}", kMisnamed, kProjectFile));
}

Result<ProjectConfig> read_project_config(const Roots& roots) {
  if (roots.config_file.empty()) return ProjectConfig{};
  const std::string path = path_within(roots.config_file, roots.root).value_or(roots.config_file);
  const std::string shown = paths_from_here(roots.root)(path);
  auto bytes = read_project_file(roots.config_file, shown);
  if (!bytes) return bytes.error();
  ConfigOutcome outcome = read_config(SourceFile(path, *std::move(bytes)));
  if (outcome.problems.empty()) outcome.problems = check_rule_settings(outcome.config);
  if (outcome.problems.empty()) return std::move(outcome.config);
  std::ranges::stable_sort(outcome.problems, {}, &ConfigProblem::span);
  return config_error(shown, outcome.problems);
}

std::vector<RuleSummary> rule_summaries() {
  std::vector<RuleSummary> out;
  for (const Rule* rule : all_rules()) {
    out.push_back({rule->code, rule->name, rule->summary, rule->why, rule->recommended});
  }
  return out;
}

// The files that were checked and are in the selection, sorted.
std::vector<std::string_view> checked_paths(const Corpus& corpus,
                                            const std::vector<std::string>& selection) {
  std::vector<std::string_view> paths;
  for (const Page& page : corpus.pages) paths.emplace_back(corpus.path_of(page));
  for (const LoadProblem& problem : corpus.load_problems) paths.emplace_back(problem.path);
  std::erase_if(paths, [&](std::string_view path) { return !is_selected(path, selection); });
  std::ranges::sort(paths);
  return paths;
}

std::set<std::string, std::less<>> existing_paths(const Files& files, const Baseline& baseline) {
  std::set<std::string, std::less<>> paths;
  for (const BaselineEntry& entry : baseline.entries) paths.insert(entry.path);
  std::erase_if(paths,
                [&](const std::string& path) { return files.kind(path) == FileKind::missing; });
  return paths;
}

std::string content_name(const Project& project) {
  return project.content_root.empty() ? project.roots.root : project.content_root + "/";
}

const Files& files_for(const Project& project, const AnalysisOptions& options) {
  return options.files == nullptr ? *project.files : *options.files;
}

WantedFiles wanted_files(const Project& project, const AnalysisOptions& options) {
  if (!options.only_selected || project.roots.selection.empty()) return {};
  return [&project](std::string_view path) { return is_selected(path, project.roots.selection); };
}

CheckOutcome check_corpus(const Session& session, const Project& project, const Corpus& corpus,
                          const AnalysisOptions& options, const CachePlace& place) {
  WantedFiles wanted = wanted_files(project, options);
  // Few pages are checked faster than it is known whether they have to be.
  if (wanted)
    return run_rules(corpus, session.threads,
                     {.wanted = std::move(wanted), .observer = session.observer});
  FindingCache cache(place, corpus, session.threads);
  CheckOutcome outcome =
      run_rules(corpus, session.threads,
                {.memory = cache.is_on() ? &cache : nullptr, .observer = session.observer});
  if (options.keep && !corpus.sources.has_changed()) cache.save();
  return outcome;
}

// What is said of findings shows their lines.
void read_sources(const Corpus& corpus, const std::vector<Diagnostic>& diagnostics) {
  for (const Diagnostic& found : diagnostics) {
    const Index page = find_page(corpus, found.path);
    if (page != kNone) (void)corpus.sources[page];
  }
}

// Nothing is kept of a corpus whose sources changed meanwhile.
Result<Analysis> analyse_once(Session& session, const Project& project,
                              const AnalysisOptions& options) {
  assert(!options.render || !options.only_selected);
  Progress progress(session.console.shows_progress(), "loading " + content_name(project));
  const CachePlace place = cache_place(session.cache_folder, project, options.render);
  const DocumentCache cache(place, session.threads);
  const SourceCache known(options.sources_late ? place : CachePlace{}, seconds_now());
  auto corpus =
      load_corpus(files_for(project, options), {.config = project.config,
                                                .today = session.today,
                                                .threads = session.threads,
                                                .render = options.render,
                                                .output_folder = options.output_folder,
                                                .renames = options.renames,
                                                .earlier = options.earlier,
                                                .store = cache.store(),
                                                .known = known.known(),
                                                .observer = session.observer,
                                                .wanted = wanted_files(project, options)});
  if (!corpus) return shown_from_here(project, corpus.error());
  corpus = with_commit_history(session, project, *std::move(corpus));
  progress.enter("checking " + count_of(corpus->documents.size(), "document"));
  CheckOutcome outcome = check_corpus(session, project, *corpus, options, place);
  read_sources(*corpus, outcome.diagnostics);
  // Last: what was found damaged on the way is replaced.
  if (options.keep && !corpus->sources.has_changed()) {
    cache.save(*corpus);
    known.save(*corpus);
  }
  return Analysis{.corpus = *std::move(corpus),
                  .diagnostics = std::move(outcome.diagnostics),
                  .suppressed = std::move(outcome.suppressed),
                  .accepted = {},
                  .fixed = {},
                  .gone = {}};
}

}  // namespace

Result<Project> open_project(Session& session, const std::vector<std::string>& paths,
                             const std::string& folder) {
  auto roots = find_roots(folder, session.config_file, paths);
  if (!roots) return roots.error();
  note_wrong_extension(session, *roots);
  auto config = read_project_config(*roots);
  if (!config) return config.error();
  auto files = disk_files(roots->root);
  auto content = find_content_root(*files, *config);
  if (!content) return content.error();
  ShownPaths shown = paths_from_here(roots->root);
  return Project{.roots = *std::move(roots),
                 .paths = std::move(shown),
                 .files = std::move(files),
                 .config = *std::move(config),
                 .content_root = *std::move(content)};
}

Error shown_from_here(const Project& project, Error error) {
  const auto move_place = [&](Error& fault) {
    if (fault.place) fault.place->path = project.paths(fault.place->path);
  };
  move_place(error);
  std::ranges::for_each(error.others, move_place);
  return error;
}

std::string configured_output(const Project& project) {
  return resolve_path("", project.config.output).value_or("");
}

Result<Analysis> analyse(Session& session, const Project& project, const AnalysisOptions& options) {
  auto analysis = analyse_once(session, project, options);
  if (!analysis || !analysis->corpus.sources.has_changed()) return analysis;
  AnalysisOptions careful = options;
  careful.sources_late = false;
  return analyse_once(session, project, careful);
}

Analysis apply_baseline(const Project& project, Analysis analysis, const Baseline& baseline) {
  BaselineSplit split = split_by_baseline(std::move(analysis.diagnostics), baseline,
                                          existing_paths(*project.files, baseline));
  analysis.diagnostics = std::move(split.remaining);
  analysis.accepted = std::move(split.accepted);
  analysis.fixed = std::move(split.fixed);
  analysis.gone = std::move(split.gone);
  return analysis;
}

bool is_selected(std::string_view path, const std::vector<std::string>& selection) {
  if (selection.empty()) return true;
  while (!std::ranges::binary_search(selection, path)) {
    if (path.empty()) return false;
    path = parent_path(path);
  }
  return true;
}

bool is_mendable(const Project& project, const Diagnostic& found) {
  std::error_code problem;
  return found.fix && is_selected(found.path, project.roots.selection) &&
         !fs::is_symlink(fs::path(project.roots.root) / found.path, problem);
}

Report make_report(const Project& project, const Analysis& analysis) {
  const std::vector<std::string>& selection = project.roots.selection;
  Report report{.corpus = analysis.corpus,
                .diagnostics = {},
                .any_new = !analysis.diagnostics.empty(),
                .paths = checked_paths(analysis.corpus, selection),
                .rules = rule_summaries()};
  for (const Diagnostic& found : analysis.diagnostics) {
    if (is_selected(found.path, selection)) report.diagnostics.push_back(found);
  }
  const auto selected = [&](const auto& item) { return is_selected(item.path, selection); };
  report.suppressed =
      static_cast<std::size_t>(std::ranges::count_if(analysis.suppressed, selected));
  report.baselined = static_cast<std::size_t>(std::ranges::count_if(analysis.accepted, selected));
  std::ranges::copy_if(analysis.fixed, std::back_inserter(report.fixed), selected);
  std::ranges::copy_if(analysis.gone, std::back_inserter(report.gone), selected);
  report.files = report.paths.size();
  const auto mendable = [&](const Diagnostic& found) { return is_mendable(project, found); };
  report.fixable = static_cast<std::size_t>(std::ranges::count_if(report.diagnostics, mendable));
  report.fixable_baselined =
      static_cast<std::size_t>(std::ranges::count_if(analysis.accepted, mendable));
  return report;
}

Report capped(Report report) {
  report.diagnostics =
      cap_findings(std::move(report.diagnostics), report.corpus.config.findings_per_rule);
  return report;
}

}  // namespace runbookc
