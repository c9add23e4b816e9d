#include "cli/project_watch.h"

#include <memory>
#include <string>
#include <string_view>

#include "base/path.h"
#include "cli/manifest.h"
#include "corpus/codeowners.h"
#include "corpus/content_walk.h"

namespace runbookc {
namespace {

// Vim tries whether it may write with a file called 4913; other editors keep a copy called `name~`.
bool is_of_an_editor(std::string_view name) { return name == "4913" || name.ends_with('~'); }

// Relative to the root, if it lies within it.
std::string config_path(const Roots& roots) {
  return path_within(roots.config_file, roots.root).value_or(roots.config_file);
}

}  // namespace

WatchPlan watch_plan(const Project& project) {
  WatchPlan plan;
  plan.trees = {project.content_root, "schemas", "templates"};
  plan.files = {std::string(kProjectFile), "owners.yaml",
                join_path(project.content_root, "owners.yaml")};
  for (const std::string_view place : kCodeOwnersPlaces) plan.files.emplace_back(place);
  // The default place of the content counts as soon as it is there.
  if (project.config.content.empty() && project.content_root.empty())
    plan.trees.emplace_back(project.config.dialect->content_folder);
  if (const std::string_view files = project.config.dialect->static_folder; !files.empty())
    plan.trees.emplace_back(files);
  if (!project.roots.config_file.empty()) plan.files.push_back(config_path(project.roots));
  for (const std::string& named : {project.config.owners_file, project.config.baseline}) {
    if (!named.empty()) plan.files.push_back(named);
  }
  const std::string output = configured_output(project);
  if (!output.empty()) plan.without.push_back(output);
  plan.ignores =
      [files = std::shared_ptr<Files>(disk_files(project.roots.root))](std::string_view path) {
        const std::string_view name = file_name(path);
        return is_hidden(name) || is_of_an_editor(name) ||
               files->kind(join_path(path, kManifestName)) == FileKind::file;
      };
  return plan;
}

}  // namespace runbookc
