// runbookc build: checks the project and writes its site.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/text.h"
#include "cli/baseline_option.h"
#include "cli/command_table.h"
#include "cli/console.h"
#include "cli/fail_on.h"
#include "cli/left_to_exit.h"
#include "cli/output_folder.h"
#include "cli/output_writer.h"
#include "cli/profile.h"
#include "cli/progress.h"
#include "cli/project.h"
#include "cli/project_notices.h"
#include "cli/repeated_command.h"
#include "cli/session.h"
#include "cli/site_parts.h"
#include "cli/type_notices.h"
#include "report/reporter.h"
#include "report/safe_text.h"
#include "report/text_summary.h"

namespace runbookc {
namespace {

constexpr std::string_view kHealthPage = "_/health.html";

std::string size_text(std::uint64_t bytes) {
  constexpr std::uint64_t kThousand = 1000;
  if (bytes < kThousand) return fmt::format("{} bytes", bytes);
  if (bytes < kThousand * kThousand) return fmt::format("{} kB", bytes / kThousand);
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

// The findings in full with -v or where they stop the build; else only their number.
void print_findings(Session& session, const Report& report, const Project& project,
                    const Arguments& arguments, bool in_full) {
  const ReportStyle style{.color = session.console.color(),
                          .verbose = session.verbose,
                          .quiet = session.quiet,
                          .fail_on = project.config.fail_on,
                          .paths = project.paths,
                          .tips = tip_commands(project, arguments)};
  if (in_full) {
    session.console.print(find_report_format("text")->render(report, style));
  } else if (!session.quiet) {
    session.console.print(text_summary(report, style));
  }
}

struct Site {
  WriteSummary summary;
  bool has_health_page = false;
};

// Before the documents are read: of two builds at once, the one that publishes last has then read
// last.
Result<OutputClaim> claim_folder(Session& session, const std::string& folder, OutputDisk& disk) {
  auto claim = OutputClaim::take(folder, disk, [&] {
    session.console.note(
        fmt::format("another build writes {}: waiting for its end", safe_path(folder)));
  });
  if (!claim) return claim;
  for (const std::string& path : claim->leftovers()) {
    session.console.note(
        fmt::format("warning: {} cannot be removed: an earlier build left it", safe_path(path)));
  }
  return claim;
}

// With --strict.
int refuse_to_publish(Session& session, const std::string& folder) {
  std::error_code problem;
  const std::string kept = std::filesystem::exists(folder, problem)
                               ? fmt::format("{} is as it was before", folder)
                               : "nothing was written";
  session.console.note("not published, because of --strict; " + kept);
  return kExitFindings;
}

Result<Site> write_corpus(Session& session, const Project& project, const Report& report,
                          const OutputClaim& claim) {
  const auto parts = load_site_parts(*project.files, project.config.site.language);
  if (!parts) return parts.error();
  const SiteInput input{.corpus = report.corpus,
                        .report = report,
                        .templates = parts->templates,
                        .assets = parts->assets,
                        .threads = session.threads};
  const auto planned = plan_site(input);
  const Progress progress(session.console.shows_progress(),
                          "writing " + count_of(planned.size(), "file"));
  Site site;
  site.has_health_page =
      std::ranges::find(planned, kHealthPage, &PlannedArtifact::path) != planned.end();
  auto written = write_site(claim, planned, *project.files, session.threads, session.observer);
  if (!written) return written.error();
  site.summary = *std::move(written);
  return site;
}

void print_site(Session& session, const Site& site, const std::string& folder, bool findings) {
  for (const std::string& reason : site.summary.left_out) {
    session.console.note("warning: " + reason);
  }
  if (session.quiet) return;
  session.console.print(fmt::format("wrote {} to {} ({})\n", count_of(site.summary.files, "file"),
                                    safe_path(folder), size_text(site.summary.bytes)));
  if (findings && site.has_health_page) {
    session.console.print(
        fmt::format("the findings are listed in {}/{}\n", safe_path(folder), kHealthPage));
  }
}

Result<int> build_project(Session& session, const Arguments& arguments) {
  const auto project = open_project(session, {});
  if (!project) return project.error();
  const auto out = choose_output_folder(*project, arguments);
  if (!out) return out.error();
  OutputDisk disk;
  const auto claim = claim_folder(session, out->path, disk);
  if (!claim) return shown_from_here(*project, claim.error());
  const auto& analysis = left_to_exit(analyse_with_baseline(
      session, *project, {.render = true, .output_folder = out->within_root}, arguments));
  if (!analysis) return analysis.error();

  const Report report = capped(make_report(*project, *analysis));
  note_types(session, *project, report);
  note_project_file(session, *project, report.corpus);
  const bool refused =
      arguments.has("--strict") && fails(report.diagnostics, project->config.fail_on);
  print_findings(session, report, *project, arguments, refused || session.verbose);
  if (refused) return refuse_to_publish(session, out->path);
  const auto site = write_corpus(session, *project, report, *claim);
  if (!site) return shown_from_here(*project, site.error());
  print_site(session, *site, out->path, !report.diagnostics.empty());
  return kExitFine;
}

Result<int> run(Session& session, const Arguments& arguments) {
  return profiled(session, arguments, build_project);
}

}  // namespace

const CliCommand& build_command() {
  static const CliCommand command = {
      .name = "build",
      .summary = "check the runbooks and write the site",
      .details =
          "The site is published even with findings, and lists them on its health page. It\n"
          "is swapped in as a whole: until then, and on any error, the old one stays.",
      .options = {kOutOption,
                  {"--strict", "", "do not publish with findings that fail `runbookc check`"},
                  kProfileOption},
      .positionals = {},
      .run = run};
  return command;
}

}  // namespace runbookc
