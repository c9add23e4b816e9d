#include "adopt/project_draft.h"

#include <fmt/format.h>

#include <utility>

#include "base/text.h"
#include "schema/yaml_sample.h"

namespace runbookc {
namespace {

// Always in quotes: globs are full of what YAML means something by.
std::string key(const std::string& glob) {
  const Value text = string_value(glob);
  const std::string scalar = yaml_flow(text);
  return scalar.starts_with('"') ? scalar : "\"" + scalar + "\"";
}

std::string types_of(const ProjectDraft& draft) {
  std::string out =
      "\n# What a document is if its own `type` does not say so. The first glob that matches "
      "wins.\n"
      "types:\n";
  for (const FolderType& folder : draft.folder_types) {
    out += fmt::format("  {}: {}", key(folder.glob), yaml_scalar(folder.type));
    if (folder.fitting > 0) {
      out += fmt::format("  # {} of {} have its sections", folder.fitting,
                         count_of(folder.documents, "document"));
    }
    out += "\n";
  }
  return out + "  default: page # asks for no sections, owner or review\n";
}

std::string defaults_of(const ProjectDraft& draft) {
  if (draft.folder_owners.empty()) return "";
  std::string out =
      "\n# Front matter that documents need not repeat, here from OWNERS files.\ndefaults:\n";
  for (const FolderOwners& folder : draft.folder_owners) {
    std::vector<Value> owners;
    for (const std::string& owner : folder.owners) owners.push_back(string_value(owner));
    out += fmt::format("  {}: {{ owner: {} }}\n", key(folder.glob),
                       yaml_flow(array_value(std::move(owners))));
  }
  return out;
}

}  // namespace

std::string project_draft(const ProjectDraft& draft) {
  std::string out = fmt::format(
      "# The project file of runbookc, drafted by `runbookc adopt`: read it, and correct it. Every "
      "setting has a default.\nsite:\n  title: Our runbooks\n\n# The folder that holds the "
      "runbooks.\ncontent: {}\n",
      yaml_flow(string_value(draft.content)));
  if (!draft.dialect.empty()) {
    out += fmt::format(
        "\n# What publishes them: its links, anchors, tags and front matter are read as it does.\n"
        "dialect: {}\n",
        draft.dialect);
  }
  if (!draft.extensions.empty()) {
    std::vector<Value> extensions;
    for (const std::string& extension : draft.extensions) {
      extensions.push_back(string_value(extension));
    }
    out += fmt::format("extensions: {}\n", yaml_flow(array_value(std::move(extensions))));
  }
  if (!draft.owners_file.empty()) {
    out += fmt::format("\n# Who answers for what.\nowners: {}\n",
                       yaml_flow(string_value(draft.owners_file)));
  }
  out += types_of(draft) + defaults_of(draft);
  out += "\nreview: { every: 6 months, due_soon: 14 days }\n\nrules: { preset: recommended }\n";
  if (!draft.baseline.empty()) {
    out += fmt::format(
        "\n# What was wrong already counts no more: only new findings do.\nbaseline: {}\n",
        yaml_flow(string_value(draft.baseline)));
  }
  return out;
}

}  // namespace runbookc
