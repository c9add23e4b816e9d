// runbookc new: a first draft of a document of some type.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/near_miss.h"
#include "base/path.h"
#include "base/text.h"
#include "cli/command_table.h"
#include "cli/console.h"
#include "cli/file_writer.h"
#include "cli/project.h"
#include "cli/scaffold.h"
#include "cli/session.h"
#include "cli/type_notices.h"
#include "corpus/content_walk.h"
#include "corpus/type_registry.h"
#include "report/safe_text.h"
#include "schema/yaml_sample.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;

Error unknown_type(const std::string& name, const std::vector<DocumentType>& types,
                   const Project& project) {
  std::vector<std::string> names;
  for (const DocumentType& type : types) names.push_back(type.name);
  const auto nearest = near_miss(name, names);
  return {fmt::format("there is no document type '{}'", name),
          (nearest ? fmt::format("did you mean '{}'? ", *nearest) : "") +
              fmt::format("the types are {}; your own are read from {}", join(names, ", "),
                          types_folder(project))};
}

// A folder is named where a document should be; the file is called after the type, for example.
Error names_folder(const Project& project, const std::string& path, const std::string& type) {
  const auto& extensions = project.config.extensions;
  const std::string example = type + (extensions.empty() ? ".md" : extensions.front());
  return {fmt::format("'{}' names a folder", path),
          fmt::format("name the file in it, as in {}", (fs::path(path) / example).string())};
}

// The new document's path relative to the root. An Error if it cannot be a document there.
Result<std::string> place_document(const Project& project, const std::string& path,
                                   const std::string& type) {
  std::error_code problem;
  const fs::path whole = fs::weakly_canonical(fs::absolute(path, problem), problem);
  const auto within = path_within(whole.string(), project.roots.root);
  if (!within) {
    return Error{fmt::format("'{}' lies outside the project {}", path, project.roots.root), ""};
  }
  if (!fs::path(path).has_filename() || fs::is_directory(whole, problem)) {
    return names_folder(project, path, type);
  }
  const auto& extensions = project.config.extensions;
  if (!is_document_name(project.config, *within)) {
    return Error{fmt::format("'{}' does not end in {}", path, join(extensions, " or ")),
                 fmt::format("write {}{}", path, extensions.empty() ? ".md" : extensions.front())};
  }
  if (!is_inside(*within, project.content_root)) {
    return Error{fmt::format("'{}' lies outside the content folder {}/, so nobody would see it",
                             path, project.content_root),
                 fmt::format("write {}", join_path(project.content_root, file_name(*within)))};
  }
  if (fs::exists(fs::symlink_status(whole, problem))) {
    return Error{fmt::format("'{}' exists; it was left as it is", path), "name another path"};
  }
  return *within;
}

std::vector<std::string> documents_in(const Project& project, std::string_view folder) {
  std::vector<std::string> names;
  const auto entries = project.files->list(folder);
  if (!entries) return names;  // the folder does not exist yet
  for (const FolderEntry& entry : *entries) {
    const bool document = is_document_name(project.config, entry.name);
    if (entry.kind == FileKind::file && document) names.push_back(entry.name);
  }
  return names;
}

// What `owner_slack` names, for one; else the id.
std::string reference_to(const Owner& owner, std::string_view key) {
  const auto channel = std::ranges::find_if(owner.contacts, [](const Contact& contact) {
    return contact.kind == "slack" && contact.value.starts_with('#');
  });
  const bool wants_channel = key.ends_with("slack") && channel != owner.contacts.end();
  return wants_channel ? yaml_scalar(channel->value) : owner.id;
}

// The owners that the project's other documents may name; none if they cannot be read (`check` says
// why).
std::vector<std::string> known_owners(Session& session, const Project& project) {
  const auto corpus = load_corpus(*project.files, {.config = project.config,
                                                   .today = session.today,
                                                   .threads = session.threads,
                                                   .render = false,
                                                   .output_folder = configured_output(project)});
  const std::string key = written_key(project.config.front_matter_keys, "owner");
  std::vector<std::string> ids;
  if (!corpus) return ids;
  for (const Owner& owner : corpus->owners.owners()) {
    if (owner.active) ids.push_back(reference_to(owner, key));
  }
  return ids;
}

Status write_document(const Project& project, const std::string& path, std::string_view text) {
  const fs::path whole = fs::path(project.roots.root) / path;
  std::error_code problem;
  fs::create_directories(whole.parent_path(), problem);
  if (problem) {
    return Error{
        fmt::format("cannot create {}: {}", whole.parent_path().string(), problem.message()), ""};
  }
  return write_file(whole.string(), text, WriteMode::create);
}

Result<int> run(Session& session, const Arguments& arguments) {
  const std::string& type_name = arguments.positionals[0];
  const std::string& path = arguments.positionals[1];
  const auto project = open_project(session, {});
  if (!project) return project.error();
  const auto registry = load_document_types(*project->files);
  if (!registry) return shown_from_here(*project, registry.error());
  const std::vector<DocumentType>& types = registry->types;
  const auto type = std::ranges::find(types, type_name, &DocumentType::name);
  if (type == types.end()) return unknown_type(type_name, types, *project);
  const auto place = place_document(*project, path, type_name);
  if (!place) return place.error();

  const std::string text =
      scaffold_document(*type, {.title = title_from_file_name(file_name(*place)),
                                .owners = known_owners(session, *project),
                                .needs_interval = !project->config.review.default_interval,
                                .neighbours = documents_in(*project, parent_path(*place)),
                                .keys = project->config.front_matter_keys});
  const Status written = write_document(*project, *place, text);
  if (!written) return written.error();
  session.console.print(fmt::format("{}\n", safe_path(path)));
  session.console.note(
      fmt::format("fill in what says TODO, then run `runbookc check {}`", safe_text(path)));
  if (written_key(project->config.front_matter_keys, "type").empty()) {
    session.console.note(
        fmt::format("`type` means something else to {}: name '{}' under 'types' in {}",
                    project->config.dialect->description, type_name, kProjectFile));
  }
  return kExitFine;
}

}  // namespace

const CliCommand& new_command() {
  static const CliCommand command = {
      .name = "new",
      .summary = "write a first draft of a document of some type",
      .details = "Example: runbookc new runbook content/db/fail-over.md",
      .options = {},
      .positionals = {{"TYPE", "the document type, as runbook, alert or on-call", 1, 1,
                       shipped_type_names},
                      {"PATH", "the file to write; it must not exist", 1, 1}},
      .run = run};
  return command;
}

}  // namespace runbookc
