#include "cli/adoption_drafts.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "adopt/owners_draft.h"
#include "adopt/project_draft.h"
#include "base/path.h"
#include "base/text.h"
#include "cli/baseline_option.h"
#include "cli/session.h"
#include "cli/site_setup.h"
#include "cli/surroundings.h"
#include "config/baseline_file.h"
#include "corpus/type_registry.h"

namespace runbookc {
namespace {

// The project as it will be, read from the files that it will have.
Result<Project> drafted_project(const Project& project, const std::string& config_text) {
  ConfigOutcome outcome = read_config(SourceFile(std::string(kProjectFile), config_text));
  if (!outcome.problems.empty()) {
    return Error{
        fmt::format("the drafted project file is wrong: {}", outcome.problems.front().message),
        "write one with `runbookc init`"};
  }
  Roots roots = project.roots;
  roots.config_file = (std::filesystem::path(roots.root) / std::string(kProjectFile)).string();
  auto files = disk_files(roots.root);
  auto content = find_content_root(*files, outcome.config);
  if (!content) return content.error();
  return Project{.roots = std::move(roots),
                 .paths = project.paths,
                 .files = std::move(files),
                 .config = std::move(outcome.config),
                 .content_root = *std::move(content)};
}

Result<std::vector<Diagnostic>> findings_of(Session& session, const Project& project,
                                            FileBytes files) {
  const OverlayFiles overlay(*project.files, std::move(files));
  auto analysis =
      analyse(session, project,
              {.render = false, .output_folder = configured_output(project), .files = &overlay});
  if (!analysis) return analysis.error();
  return std::move(analysis->diagnostics);
}

std::string owners_path(const ExistingDocuments& existing, const Surroundings& around) {
  const bool at_root = around.owners_at_root || existing.folder == ".";
  return (at_root ? "" : existing.folder + "/") + "owners.yaml";
}

AdoptionDraft baseline_draft(const std::string& path, const std::vector<Diagnostic>& findings) {
  return {.path = path,
          .text = baseline_text(baseline_of(findings)),
          .purpose = fmt::format("accepts {}", count_of(findings.size(), "old finding")),
          .generated = true};
}

}  // namespace

Result<ExistingDocuments> assume_project(Project& project) {
  SiteSetup setup = find_site_setup(project.roots.root);
  ExistingDocuments& existing = setup.existing;
  const bool has_folder = project.files->kind(existing.folder) == FileKind::folder;
  if (existing.count == 0 && !has_folder) existing.folder = ".";  // documents have other names
  if (setup.dialect != &default_dialect()) {
    project.config = read_config(SourceFile(std::string(kProjectFile),
                                            fmt::format("dialect: {}\n", setup.dialect->name)))
                         .config;
  }
  project.config.content = existing.folder;
  auto content = find_content_root(*project.files, project.config);
  if (!content) return content.error();
  project.content_root = *std::move(content);
  return std::move(existing);
}

Result<std::vector<AdoptionDraft>> draft_project(Session& session, const Project& project,
                                                 const ExistingDocuments& existing,
                                                 const AdoptionPlan& plan,
                                                 const FileBytes& changed) {
  const Surroundings around = look_around(project.roots.root, existing);
  ProjectDraft draft{.content = existing.folder,
                     .folder_types = plan.folder_types,
                     .folder_owners = plan.folder_owners,
                     .owners_file = "",
                     .baseline = ""};
  const DialectRules& dialect = *project.config.dialect;
  if (&dialect != &default_dialect()) draft.dialect = dialect.name;
  if (!std::ranges::equal(project.config.extensions, dialect.extensions)) {
    draft.extensions = project.config.extensions;
  }
  std::vector<AdoptionDraft> drafts;
  const std::string owners = owners_path(existing, around);
  if (plan.owners.empty()) {
    draft.owners_file = around.codeowners;
  } else if (project.files->kind(owners) == FileKind::missing) {
    drafts.push_back(
        {owners, owners_draft(plan.owners),
         fmt::format("{}: say how to reach them", count_of(plan.owners.size(), "owner"))});
  }
  for (const SectionConvention& convention : plan.conventions) {
    drafts.push_back(
        {fmt::format("{}/{}.json", kTypesFolder, convention.type), drafted_schema(convention),
         fmt::format("the sections that {} share", count_of(convention.documents, "document"))});
  }
  const std::string config = project_draft(draft);
  const auto drafted = drafted_project(project, config);
  if (!drafted) return drafted.error();
  FileBytes files = changed;
  for (const AdoptionDraft& file : drafts) files[file.path] = file.text;
  files[std::string(kProjectFile)] = config;
  const auto findings = findings_of(session, *drafted, std::move(files));
  if (!findings) return findings.error();
  if (!findings->empty()) {
    draft.baseline = std::string(kUsualBaseline);
    drafts.push_back(baseline_draft(draft.baseline, *findings));
  }
  drafts.push_back({std::string(kProjectFile), project_draft(draft),
                    "the project file: read it, and correct it"});
  return drafts;
}

Result<std::vector<AdoptionDraft>> draft_missing(Session& session, const Project& project,
                                                 const FileBytes& changed) {
  const std::string& path = project.config.baseline;
  std::vector<AdoptionDraft> drafts;
  if (path.empty() || project.files->kind(path) != FileKind::missing) return drafts;
  const auto findings = findings_of(session, project, changed);
  if (!findings) return findings.error();
  drafts.push_back(baseline_draft(path, *findings));
  return drafts;
}

}  // namespace runbookc
