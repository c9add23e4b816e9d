// runbookc check: the findings, in one or more formats.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "base/near_miss.h"
#include "base/overlay_files.h"
#include "base/stage_clock.h"
#include "base/text.h"
#include "cli/baseline_option.h"
#include "cli/changed_since.h"
#include "cli/command_table.h"
#include "cli/console.h"
#include "cli/fail_on.h"
#include "cli/file_writer.h"
#include "cli/left_to_exit.h"
#include "cli/profile.h"
#include "cli/project.h"
#include "cli/project_notices.h"
#include "cli/repeated_command.h"
#include "cli/session.h"
#include "cli/stdin_document.h"
#include "cli/type_notices.h"
#include "report/reporter.h"

namespace runbookc {
namespace {

struct Output {
  const ReportFormat* format = nullptr;
  std::string file;  // "": standard output
};

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const ReportFormat* format : all_report_formats()) names.emplace_back(format->name);
  return names;
}

Error unknown_format(const std::string& name) {
  const std::vector<std::string> names = format_names();
  const auto nearest = near_miss(name, names);
  return {fmt::format("'{}' is not a report format", name),
          (nearest ? fmt::format("did you mean '{}'? ", *nearest) : "") + "the formats are " +
              join(names, ", ")};
}

Result<Output> read_output(const std::string& text) {
  const auto equals = text.find('=');
  const std::string name = text.substr(0, equals);
  Output output{.format = find_report_format(name), .file = ""};
  if (output.format == nullptr) return unknown_format(name);
  if (equals == std::string::npos) return output;
  output.file = text.substr(equals + 1);
  if (output.file.empty()) {
    return Error{fmt::format("--format {} names no file", text),
                 fmt::format("write --format {}=report.{} , or leave the '=' out", name, name)};
  }
  return output;
}

// A name for the file that does not depend on how it is written, as far as its folder exists.
std::string whole_path(const std::string& file) { return absolute_path(file).value_or(file); }

// Two reports in one file: the second would replace the first.
Status one_file_each(const std::vector<Output>& outputs) {
  std::set<std::string> files;
  for (const Output& output : outputs) {
    if (output.file.empty() || files.insert(whole_path(output.file)).second) continue;
    return Error{fmt::format("two reports cannot share the file {}", output.file),
                 "name another file for one of them"};
  }
  return Done{};
}

// The formats asked for; text on standard output if none is.
Result<std::vector<Output>> read_outputs(const std::vector<std::string>& texts) {
  std::vector<Output> outputs;
  for (const std::string& text : texts) {
    auto output = read_output(text);
    if (!output) return output.error();
    outputs.push_back(*std::move(output));
  }
  if (outputs.empty()) outputs.push_back({find_report_format("text"), ""});
  const auto to_stdout = [](const Output& output) { return output.file.empty(); };
  if (std::ranges::count_if(outputs, to_stdout) > 1) {
    return Error{"two formats cannot share standard output",
                 "send one of them to a file, as in --format json=report.json"};
  }
  const Status separate = one_file_each(outputs);
  if (!separate) return separate.error();
  return outputs;
}

std::string render_report(const ReportFormat& format, const Report& report,
                          const ReportStyle& style) {
  const StageScope stage(Stage::report);
  return format.render(report, style);
}

Status print_report(Session& session, const Report& report, ReportStyle style,
                    const Output& output) {
  style.color = output.file.empty() && session.console.color();
  const std::string bytes = render_report(*output.format, report, style);
  if (output.file.empty()) {
    session.console.print(bytes);
    return Done{};
  }
  const Status written = write_file(output.file, bytes, WriteMode::replace);
  if (!written) return written.error();
  const DiagnosticCounts counts = count_by_severity(report.diagnostics);
  session.console.note(
      fmt::format("wrote {}: {}, {} in {}", output.file, count_of(counts.errors, "error"),
                  count_of(counts.warnings, "warning"), count_of(report.files, "file")));
  return Done{};
}

Result<Project> open_project_for(Session& session, const Arguments& arguments) {
  return arguments.has(kStdinFilenameOption.names) ? open_project_for_stdin(session, arguments)
                                                   : open_project(session, arguments.positionals);
}

// Standard input in the place of a document; nothing without --stdin-filename.
Result<FileBytes> read_buffer(const Project& project, const Arguments& arguments) {
  if (!arguments.has(kStdinFilenameOption.names)) return FileBytes();
  return read_stdin_document(project);
}

Result<Analysis> analyse_for(Session& session, const Project& project, const Files& files,
                             const Arguments& arguments, const std::optional<ChangeSet>& changes) {
  const bool update = arguments.has(kUpdateBaselineOption.names);
  // A baseline and a range of changes are about the whole project.
  const bool only_selected = !update && !changes && !has_baseline(project, arguments);
  const AnalysisOptions options = {.render = false,
                                   .output_folder = configured_output(project),
                                   .files = &files,
                                   .renames = renames_of(project, changes),
                                   .only_selected = only_selected,
                                   .keep = !arguments.has(kStdinFilenameOption.names),
                                   .sources_late = !changes};
  return update ? analyse_and_update_baseline(session, project, options, arguments)
                : analyse_with_baseline(session, project, options, arguments);
}

ReportStyle style_for(const Session& session, const Project& project, const Arguments& arguments,
                      std::optional<Severity> fail_on) {
  return {.color = false,
          .verbose = session.verbose,
          .quiet = session.quiet,
          .fail_on = fail_on.value_or(project.config.fail_on),
          .path_prefix = path_in_repository(project.roots.root),
          .given_path = arguments.last(kStdinFilenameOption.names),
          .paths = project.paths,
          .tips = tip_commands(project, arguments)};
}

Result<int> check_project(Session& session, const Project& project, const Arguments& arguments,
                          const std::vector<Output>& outputs, const ReportStyle& style) {
  const auto buffer = read_buffer(project, arguments);
  if (!buffer) return buffer.error();
  const OverlayFiles files(*project.files, *buffer);
  const auto committed = read_changes(project, arguments);
  if (!committed) return committed.error();
  const auto changes = with_buffer(*committed, *project.files, *buffer);
  const auto& analysis = left_to_exit(analyse_for(session, project, files, arguments, changes));
  if (!analysis) return analysis.error();

  const Report report = capped(
      narrow_to_changes(make_report(project, *analysis), *analysis, project, files, changes));
  note_changes(session, project, report, changes, style.tips.update_baseline);
  note_types(session, project, report);
  note_project_file(session, project, report.corpus);
  if (report.files == 0 && !changes) {
    session.console.note("no document among the paths given: none checked");
  }
  for (const Output& output : outputs) {
    const Status printed = print_report(session, report, style, output);
    if (!printed) return printed.error();
  }
  return fails(report.diagnostics, style.fail_on) ? kExitFindings : kExitFine;
}

Result<int> check(Session& session, const Arguments& arguments) {
  const auto outputs = read_outputs(arguments.all("--format"));
  if (!outputs) return outputs.error();
  const auto fail_on = read_fail_on(arguments);
  if (!fail_on) return fail_on.error();
  const Status agreeing = check_baseline_options(arguments);
  if (!agreeing) return agreeing.error();
  const auto project = open_project_for(session, arguments);
  if (!project) return project.error();
  return check_project(session, *project, arguments, *outputs,
                       style_for(session, *project, arguments, *fail_on));
}

Result<int> run(Session& session, const Arguments& arguments) {
  return profiled(session, arguments, check);
}

}  // namespace

const CliCommand& check_command() {
  static const std::string format_help =
      "one of " + join(format_names(), ", ") +
      "; to standard output (text, if not given) or to FILE; may be given several times";
  static const CliCommand command = {
      .name = "check",
      .summary = "validate the runbooks",
      .details =
          "Examples:\n"
          "  runbookc check                       everything\n"
          "  runbookc check content/db            what lies in there\n"
          "  runbookc check --format sarif=r.sarif --format text --fail-on warning\n"
          "  runbookc check --changed-since origin/main     what a branch is to blame for",
      .options = {{"--format", "FORMAT[=FILE]", format_help, format_names},
                  kFailOnOption,
                  kBaselineOption,
                  kNoBaselineOption,
                  kUpdateBaselineOption,
                  kStdinFilenameOption,
                  kChangedSinceOption,
                  kProfileOption},
      .positionals = {{"PATH", "report on these files and folders only", 0, -1}},
      .run = run};
  return command;
}

}  // namespace runbookc
