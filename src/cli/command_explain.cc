// runbookc explain: a rule, why it matters, with a bad and a good example; or a document type, its
// sections and its fields.
#include <fmt/format.h>

#include <algorithm>

#include "base/near_miss.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/rule_catalogue.h"
#include "cli/command_table.h"
#include "cli/console.h"
#include "cli/project.h"
#include "cli/session.h"
#include "cli/type_notices.h"
#include "corpus/type_registry.h"
#include "report/safe_text.h"
#include "schema/type_reference.h"

namespace runbookc {
namespace {

std::vector<std::string> explainable_names() {
  std::vector<std::string> names = rule_names();
  const std::vector<std::string> types = shipped_type_names();
  names.insert(names.end(), types.begin(), types.end());
  return names;
}

Error unknown_name(const std::string& name, const std::vector<DocumentType>& types,
                   const Project& project) {
  std::vector<std::string> type_names;
  for (const DocumentType& type : types) type_names.push_back(type.name);
  std::vector<std::string> names = rule_names();
  names.insert(names.end(), type_names.begin(), type_names.end());
  const auto nearest = near_miss(name, names);
  return {fmt::format("there is no rule and no document type '{}'", name),
          (nearest ? fmt::format("did you mean '{}'? ", *nearest) : "") +
              fmt::format(
                  "`runbookc rules` lists the rules; the types are {}; your own are read from {}",
                  join(type_names, ", "), types_folder(project))};
}

Result<int> run(Session& session, const Arguments& arguments) {
  const std::string& name = arguments.positionals.front();
  if (const Rule* rule = find_rule(name)) {
    session.console.print(explain_rule(*rule));
    return kExitFine;
  }
  const auto project = open_project(session, {});  // that the working directory is in
  if (!project) return project.error();
  const auto registry = load_document_types(*project->files);
  if (!registry) return shown_from_here(*project, registry.error());
  const std::vector<DocumentType>& types = registry->types;
  const auto type = std::ranges::find(types, name, &DocumentType::name);
  if (type == types.end()) return unknown_name(name, types, *project);
  // A project's own schema is text from a pull request.
  const std::string text = explain_type(*type);
  for (const std::string_view line : split_lines(text)) {
    session.console.print(safe_path(line) + "\n");
  }
  return kExitFine;
}

}  // namespace

const CliCommand& explain_command() {
  static const CliCommand command = {
      .name = "explain",
      .summary = "explain a rule or a document type, with examples",
      .details =
          "Example: runbookc explain RB301, or: runbookc explain target-missing, or: runbookc "
          "explain runbook",
      .options = {},
      .positionals = {{"NAME", "a rule's code or name, or a document type", 1, 1,
                       explainable_names}},
      .run = run};
  return command;
}

}  // namespace runbookc
