// runbookc index: the machine-readable index, the same document as index.json in the site.
#include "cli/baseline_option.h"
#include "cli/command_table.h"
#include "cli/console.h"
#include "cli/project.h"
#include "cli/session.h"
#include "cli/site_parts.h"

namespace runbookc {
namespace {

Result<int> run(Session& session, const Arguments& arguments) {
  const auto project = open_project(session, {});
  if (!project) return project.error();
  const auto analysis = analyse_with_baseline(
      session, *project, {.render = false, .output_folder = configured_output(*project)},
      arguments);
  if (!analysis) return analysis.error();
  const auto index = render_artifact(*project, *analysis, "index.json");
  if (!index) return shown_from_here(*project, index.error());
  session.console.print(*index);
  return kExitFine;
}

}  // namespace

const CliCommand& index_command() {
  static const CliCommand command = {
      .name = "index",
      .summary = "print the machine-readable index of all runbooks (JSON)",
      .details = "The same document as index.json in the site.",
      .options = {},
      .positionals = {},
      .run = run};
  return command;
}

}  // namespace runbookc
