#include "cli/baseline_option.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "base/text.h"
#include "cli/console.h"
#include "cli/file_writer.h"
#include "cli/repeated_command.h"
#include "cli/session.h"
#include "config/baseline_file.h"
#include "diag/baseline.h"
#include "report/safe_text.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;

// Where the baseline is, as people write it, and through which door it may be read.
struct BaselinePlace {
  std::string shown;
  std::string path;     // for the operating system
  bool trusted = true;  // named on the command line
  std::string update;   // the command that writes it
};

std::optional<BaselinePlace> find_place(const Project& project, const Arguments& arguments) {
  if (arguments.has(kNoBaselineOption.names)) return std::nullopt;
  const std::string update = tip_commands(project, arguments).update_baseline;
  if (arguments.has(kBaselineOption.names)) {
    const std::string path = arguments.last(kBaselineOption.names);
    return BaselinePlace{.shown = path, .path = path, .update = update};
  }
  const std::string& path = project.config.baseline;
  if (path.empty()) return std::nullopt;
  return BaselinePlace{.shown = project.paths(path),
                       .path = (fs::path(project.roots.root) / path).string(),
                       .trusted = false,
                       .update = update};
}

ReadOutcome read(const Project& project, const BaselinePlace& place) {
  if (!place.trusted) return project.files->read(project.config.baseline, kBaselineBytes);
  const fs::path path(place.path);
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  if (!fs::is_directory(folder)) return {.bytes = {}, .failure = ReadFailure::missing};
  return disk_files(folder.string())->read(path.filename().string(), kBaselineBytes);
}

Error unreadable(const BaselinePlace& place, ReadFailure failure) {
  if (failure == ReadFailure::missing) {
    return {fmt::format("the baseline {} does not exist", place.shown),
            place.update.empty() ? "" : fmt::format("write it with `{}`", place.update)};
  }
  if (failure == ReadFailure::escaping_link) {
    return {fmt::format("the baseline {} leads out of the project", place.shown),
            "name it with --baseline, if it is to be trusted"};
  }
  if (failure == ReadFailure::too_large) {
    return {fmt::format("the baseline {} is larger than 64 MB", place.shown), ""};
  }
  return {fmt::format("the baseline {} cannot be read", place.shown), ""};
}

struct StoredBaseline {
  Baseline baseline;
  std::string bytes;
};

// What the file holds; nothing if there is none.
Result<std::optional<StoredBaseline>> read_if_there(const Project& project,
                                                    const BaselinePlace& place) {
  ReadOutcome outcome = read(project, place);
  if (outcome.failure == ReadFailure::missing) return std::optional<StoredBaseline>();
  if (outcome.failure != ReadFailure::none) return unreadable(place, outcome.failure);
  auto baseline = read_baseline(SourceFile(place.shown, outcome.bytes));
  if (!baseline) return baseline.error();
  return std::optional(StoredBaseline{*std::move(baseline), std::move(outcome.bytes)});
}

// The new baseline: `old` outside of the selection, what was found within it.
Baseline renewed(const Baseline& old, const Analysis& analysis,
                 const std::vector<std::string>& selection) {
  Baseline baseline = baseline_of(analysis.diagnostics);
  std::erase_if(baseline.entries,
                [&](const BaselineEntry& entry) { return !is_selected(entry.path, selection); });
  std::ranges::copy_if(
      old.entries, std::back_inserter(baseline.entries),
      [&](const BaselineEntry& entry) { return !is_selected(entry.path, selection); });
  std::ranges::sort(baseline.entries);
  return baseline;
}

std::size_t only_in(const Baseline& a, const Baseline& b) {
  std::vector<BaselineEntry> difference;
  std::ranges::set_difference(a.entries, b.entries, std::back_inserter(difference));
  return difference.size();
}

// Whole or not at all: half a baseline would end every later run. A link stays one.
Status write(const BaselinePlace& place, const std::optional<StoredBaseline>& old,
             const std::string& text) {
  if (!old) return write_file(place.path, text, WriteMode::create);
  std::error_code problem;
  const fs::path real = fs::canonical(place.path, problem);
  return replace_document(problem ? place.path : real.string(), old->bytes, text);
}

// The path by which the project file would name the baseline; nothing if it lies elsewhere.
std::optional<std::string> path_in_project(const Project& project, const BaselinePlace& place) {
  std::error_code problem;
  const fs::path real = fs::canonical(place.path, problem);
  return problem ? std::nullopt : path_within(real.string(), project.roots.root);
}

// A baseline that the project does not name accepts nothing in the next check: people who write one
// for the first time would not know.
void note_unnamed(Session& session, const Project& project, const BaselinePlace& place) {
  if (!place.trusted) return;
  const auto within = path_in_project(project, place);
  const std::string& named = project.config.baseline;
  if (within && *within == named) return;
  const std::string config =
      project.paths(project.config.path.empty() ? kProjectFile : project.config.path);
  if (!within || !named.empty()) {
    session.console.note(
        fmt::format("it counts only with --baseline: {}",
                    within ? fmt::format("{} names {}", safe_path(config), safe_text(named))
                           : "it lies outside the project"));
    return;
  }
  if (project.roots.config_file.empty()) {
    session.console.note(fmt::format("pass --baseline {} to later checks, or they will not know it",
                                     shell_word(place.shown)));
    return;
  }
  session.console.note(fmt::format("add `baseline: {}` to {}, or later checks will not know it",
                                   safe_text(*within), safe_path(config)));
}

Result<Baseline> update(Session& session, const Project& project, const Analysis& analysis,
                        const BaselinePlace& place) {
  const auto old = read_if_there(project, place);
  if (!old) return old.error();
  Baseline before = *old ? (*old)->baseline : Baseline();
  std::ranges::sort(before.entries);
  Baseline after = renewed(before, analysis, project.roots.selection);
  const Status written = write(place, *old, baseline_text(after));
  if (!written) return written.error();
  session.console.note(fmt::format("wrote {}: {}, {} new, {} dropped", safe_text(place.shown),
                                   count_of(after.entries.size(), "accepted finding"),
                                   only_in(after, before), only_in(before, after)));
  note_unnamed(session, project, place);
  return after;
}

}  // namespace

Status check_baseline_options(const Arguments& arguments) {
  if (!arguments.has(kNoBaselineOption.names)) return Done{};
  for (const OptionSpec& option : {kBaselineOption, kUpdateBaselineOption}) {
    if (!arguments.has(option.names)) continue;
    return Error{fmt::format("{} and {} do not go together", kNoBaselineOption.names, option.names),
                 "leave one of them out"};
  }
  return Done{};
}

bool has_baseline(const Project& project, const Arguments& arguments) {
  return !arguments.has(kNoBaselineOption.names) &&
         (arguments.has(kBaselineOption.names) || !project.config.baseline.empty());
}

Result<Analysis> analyse_with_baseline(Session& session, const Project& project,
                                       const AnalysisOptions& options, const Arguments& arguments) {
  const auto place = find_place(project, arguments);
  if (!place) return analyse(session, project, options);
  const auto baseline = read_if_there(project, *place);
  if (!baseline) return baseline.error();
  if (!*baseline) return unreadable(*place, ReadFailure::missing);
  auto analysis = analyse(session, project, options);
  if (!analysis) return analysis.error();
  return apply_baseline(project, *std::move(analysis), (*baseline)->baseline);
}

Result<Analysis> without_accepted(const Project& project, Analysis analysis,
                                  const Arguments& arguments) {
  const auto place = find_place(project, arguments);
  if (!place) return analysis;
  const auto baseline = read_if_there(project, *place);
  if (!baseline) return baseline.error();
  if (!*baseline) return analysis;
  return apply_baseline(project, std::move(analysis), (*baseline)->baseline);
}

Result<Analysis> analyse_and_update_baseline(Session& session, const Project& project,
                                             const AnalysisOptions& options,
                                             const Arguments& arguments) {
  const auto place = find_place(project, arguments);
  if (!place) {
    return Error{"--update-baseline does not know which file to write",
                 "name it with --baseline FILE, or as 'baseline:' in runbookc.yaml"};
  }
  auto analysis = analyse(session, project, options);
  if (!analysis) return analysis.error();
  const auto updated = update(session, project, *analysis, *place);
  if (!updated) return updated.error();
  return apply_baseline(project, *std::move(analysis), *updated);
}

}  // namespace runbookc
