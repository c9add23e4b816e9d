// runbookc commands: what a reader would paste.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/near_miss.h"
#include "base/text.h"
#include "cli/command_table.h"
#include "cli/console.h"
#include "cli/json_filter.h"
#include "cli/project.h"
#include "cli/session.h"
#include "cli/site_parts.h"
#include "model/document.h"
#include "report/safe_text.h"

namespace runbookc {
namespace {

// The ids of --runbook, or an Error for one that no runbook has.
Result<std::vector<std::string>> read_runbooks(const Corpus& corpus,
                                               const std::vector<std::string>& asked) {
  std::vector<std::string> known;
  for (const Page& page : corpus.pages) known.push_back(page.id);
  for (const std::string& id : asked) {
    if (std::ranges::find(known, id) != known.end()) continue;
    const auto nearest = near_miss(id, known);
    return Error{fmt::format("there is no runbook with the id '{}'", id),
                 nearest ? fmt::format("did you mean '{}'?", *nearest)
                         : "`runbookc index` lists the ids; the default is the path under the "
                           "content folder, without extension"};
  }
  return asked;
}

// The paths of the documents asked for, by PATH and by --runbook.
std::set<std::string, std::less<>> wanted_paths(const Corpus& corpus,
                                                const std::vector<std::string>& selection,
                                                const std::vector<std::string>& runbooks) {
  std::set<std::string, std::less<>> wanted;
  for (const Page& page : corpus.pages) {
    const std::string& path = corpus.document_of(page).path;
    const bool named = runbooks.empty() || std::ranges::find(runbooks, page.id) != runbooks.end();
    if (named && is_selected(path, selection)) wanted.insert(path);
  }
  return wanted;
}

std::string command_text(const Document& document, const Command& command) {
  std::vector<std::string> where = section_path(document, command.section);
  if (command.step != kNone) where.push_back("step " + document.steps[command.step].label);
  std::string out = fmt::format("{}:{}  {}\n", safe_path(document.path), command.span.start.line,
                                safe_text(join(where, " › ")));
  if (!command.description.empty()) {
    out += fmt::format("    # {}\n", safe_text(collapse_space(command.description)));
  }
  for (const std::string_view line : split_lines(command.text)) {
    out += fmt::format("    {}\n", safe_line(line));
  }
  return out + "\n";
}

void print_text(Session& session, const Corpus& corpus,
                const std::set<std::string, std::less<>>& wanted) {
  std::size_t count = 0;
  for (const Document& document : corpus.documents) {
    if (!wanted.contains(document.path)) continue;
    for (const Command& command : document.commands) {
      session.console.print(command_text(document, command));
      ++count;
    }
  }
  session.console.note(count_of(count, "command"));
}

Result<int> run(Session& session, const Arguments& arguments) {
  const std::string format = arguments.last("--format", "text");
  if (format != "text" && format != "json") {
    return Error{fmt::format("'{}' is no format of `runbookc commands`", format),
                 "it is one of text, json"};
  }
  const auto project = open_project(session, arguments.positionals);
  if (!project) return project.error();
  const auto analysis =
      analyse(session, *project, {.render = false, .output_folder = configured_output(*project)});
  if (!analysis) return analysis.error();
  const auto runbooks = read_runbooks(analysis->corpus, arguments.all("--runbook"));
  if (!runbooks) return runbooks.error();
  const auto wanted = wanted_paths(analysis->corpus, project->roots.selection, *runbooks);
  if (format == "text") {
    print_text(session, analysis->corpus, wanted);
    return kExitFine;
  }
  const auto json = render_artifact(*project, *analysis, "commands.json");
  if (!json) return json.error();
  const bool everything = wanted.size() == analysis->corpus.documents.size();
  const auto keep = [&](std::string_view path) { return wanted.contains(path); };
  session.console.print(everything ? *json : filter_json(*json, {"commands", "templates"}, keep));
  return kExitFine;
}

}  // namespace

const CliCommand& commands_command() {
  static const CliCommand command = {
      .name = "commands",
      .summary = "print every command that a reader would paste",
      .details = "With --format json: the same document as commands.json in the site.",
      .options = {{"--format", "FORMAT", "text (default) or json",
                   [] { return std::vector<std::string>{"text", "json"}; }},
                  {"--runbook", "ID", "only this runbook's; may be given several times"}},
      .positionals = {{"PATH", "only those in these files and folders", 0, -1}},
      .run = run};
  return command;
}

}  // namespace runbookc
