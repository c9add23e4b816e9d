// runbookc commands: what a reader would paste.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "cli/command_script.h"
#include "cli/command_selection.h"
#include "cli/command_table.h"
#include "cli/console.h"
#include "cli/json_filter.h"
#include "cli/project.h"
#include "cli/session.h"
#include "cli/site_parts.h"
#include "model/command_place.h"
#include "parse/risk_data.h"
#include "report/safe_text.h"

namespace runbookc {
namespace {

std::vector<std::string> formats() { return {"text", "json", "ndjson", "sh"}; }

// What a reader should know before pasting.
std::string command_notes(const Command& command) {
  std::string notes = std::string(risk_name(command.risk));
  if (!command.risk_reason.empty()) notes += " (" + safe_text(command.risk_reason) + ")";
  if (command.interactive) notes += ", waits for answers";
  if (command.blocking) notes += ", does not end by itself";
  if (command.syntax == SyntaxVerdict::error)
    notes += fmt::format(", not valid at {}:{}: {}", command.syntax_span.start.line,
                         command.syntax_span.start.column, safe_text(command.syntax_message));
  return notes;
}

std::string command_text(const Document& document, const Command& command) {
  const CommandPlace place = command_place(document, command);
  std::vector<std::string> where = place.sections;
  if (!place.step.empty()) where.push_back("step " + place.step);
  std::string out = fmt::format("{}:{}  {}\n", safe_path(document.path), command.span.start.line,
                                safe_text(join(where, " › ")));
  if (!command.description.empty()) {
    out += fmt::format("    # {}\n", safe_text(collapse_space(command.description)));
  }
  for (const std::string_view line : split_lines(command.text)) {
    out += fmt::format("    {}\n", safe_code_line(line));
  }
  out += fmt::format("    → {}\n", command_notes(command));
  return out + "\n";
}

void print_text(Session& session, const CommandSelection& selection) {
  for (const PlacedCommand& placed : selection.commands)
    session.console.print(command_text(*placed.document, *placed.command));
  session.console.note(count_of(selection.commands.size(), "command"));
}

// Templates are no commands: they go along where commands were not chosen by what they are.
JsonItemTest test_of(const CommandSelection& selection) {
  std::set<std::string> ids;
  for (const PlacedCommand& placed : selection.commands) ids.insert(placed.id);
  return [&selection, ids = std::move(ids)](const JsonItem& item) {
    if (item.array == "commands") return ids.contains(item.id);
    return !selection.filtered && selection.paths.contains(item.path);
  };
}

Status print_json(Session& session, const Project& project, const Analysis& analysis,
                  const CommandSelection& selection, bool lines) {
  const auto json = render_artifact(project, analysis, "commands.json");
  if (!json) return json.error();
  const JsonItemTest keep = test_of(selection);
  if (lines)
    session.console.print(json_lines(*json, "commands", keep));
  else
    session.console.print(
        selection.everything ? *json : filter_json(*json, {"commands", "templates"}, keep));
  return Done{};
}

Result<int> run(Session& session, const Arguments& arguments) {
  const std::string format = arguments.last("--format", "text");
  const std::vector<std::string> known = formats();
  if (std::ranges::find(known, format) == known.end()) {
    return Error{fmt::format("'{}' is no format of `runbookc commands`", format),
                 "it is one of " + join(known, ", ")};
  }
  const auto project = open_project(session, arguments.positionals);
  if (!project) return project.error();
  const auto analysis =
      analyse(session, *project, {.render = false, .output_folder = configured_output(*project)});
  if (!analysis) return analysis.error();
  const auto selection = select_commands(analysis->corpus, arguments, project->roots.selection);
  if (!selection) return selection.error();
  if (format == "text") {
    print_text(session, *selection);
  } else if (format == "sh") {
    const auto table = load_risk_table(project->config.programs);
    if (!table) return table.error();
    session.console.print(command_script(selection->commands, *table));
  } else if (const Status printed =
                 print_json(session, *project, *analysis, *selection, format == "ndjson");
             !printed) {
    return printed.error();
  }
  for (const std::string& notice : selection->notices) session.console.note(notice);
  return kExitFine;
}

}  // namespace

const CliCommand& commands_command() {
  static const CliCommand command = {
      .name = "commands",
      .summary = "print every command that a reader would paste",
      .details =
          "With --format json: the same document as commands.json in the site; ndjson: its "
          "commands, one a line; sh: a script, in which what destroys, is to be filled in, is not "
          "valid "
          "shell, waits or leaves the shell is a comment (docs/commands.md).",
      .options = {{"--format", "FORMAT", "text (default), json, ndjson or sh", formats},
                  {"--risk", "RISK",
                   "only these: read, mutate, destroy, unknown; repeatable, or with commas",
                   [] { return std::vector<std::string>{"read", "mutate", "destroy", "unknown"}; }},
                  {"--program", "NAME", "only those that run it; repeatable, or with commas"},
                  {"--runbook", "ID", "only this runbook's; may be given several times"}},
      .positionals = {{"PATH", "only those in these files and folders", 0, -1}},
      .run = run};
  return command;
}

}  // namespace runbookc
