#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/path.h"
#include "base/stage_clock.h"
#include "base/work_pool.h"
#include "corpus/content_walk.h"
#include "corpus/corpus.h"

namespace runbookc {
namespace {

void sort_problems(std::vector<LoadProblem>& problems) {
  std::ranges::stable_sort(problems, {}, &LoadProblem::path);
}

Error no_document(std::string_view content_root, const ProjectConfig& config) {
  std::string extensions;
  for (const std::string& extension : config.extensions) extensions += " " + extension;
  const std::string place =
      content_root.empty() ? "the project's folder" : fmt::format("'{}'", content_root);
  return {fmt::format("there is no document in {}", place),
          fmt::format("documents end in{}; check -C and the settings 'content', 'include' and "
                      "'exclude', or start a project with 'runbookc init'",
                      extensions)};
}

// Without the folder behind a link the whole project would be taken for the content.
std::optional<Error> unusable_link(const Files& files, const std::string& path) {
  const auto entries = files.list(parent_path(path));
  if (!entries) return std::nullopt;
  const auto entry = std::ranges::find(*entries, file_name(path), &FolderEntry::name);
  if (entry == entries->end() || !entry->is_link) return std::nullopt;
  return Error{fmt::format("the content folder '{}' is a link that leads {}", path,
                           entry->escapes ? "out of the project" : "to no folder"),
               "make it a folder, or name another with 'content' in the project file"};
}

}  // namespace

Result<std::string> find_content_root(const Files& files, const ProjectConfig& config) {
  if (config.content == ".") return std::string();
  const bool is_usual = config.content.empty();
  const std::string folder =
      is_usual ? std::string(config.dialect->content_folder) : config.content;
  if (files.kind(folder) == FileKind::folder) return folder;
  if (const auto link = unusable_link(files, folder)) return *link;
  if (is_usual) return std::string();
  return Error{fmt::format("the content folder '{}' does not exist", config.content),
               fmt::format("create it, or correct 'content' in {}", config.path)};
}

Result<LoadedFiles> load_files(const Files& files, const LoadOptions& options) {
  const StageScope stage(Stage::read);
  const Result<std::string> root = find_content_root(files, options.config);
  if (!root) return root.error();
  Result<ContentListing> listing =
      list_content(files, options.config, *root, options.output_folder);
  if (!listing) return listing.error();
  const std::vector<std::string>& paths = listing->documents;
  const std::uint64_t limit = options.config.limits.document_bytes;
  std::vector<ReadOutcome> outcomes(paths.size());
  std::vector<std::optional<SourceFile>> sources(paths.size());
  for_each_index(paths.size(), options.threads, [&](std::size_t i) {
    outcomes[i] = files.read(paths[i], limit);
    if (outcomes[i].failure == ReadFailure::none) {
      sources[i].emplace(paths[i], std::move(outcomes[i].bytes));
    }
  });

  LoadedFiles loaded;
  loaded.problems = std::move(listing->problems);
  loaded.walk = std::move(listing->walk);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (!sources[i]) {
      loaded.problems.push_back(unreadable(paths[i], outcomes[i], limit));
      continue;
    }
    loaded.content_paths.push_back(paths[i].substr(root->empty() ? 0 : root->size() + 1));
    loaded.sources.push_back(*std::move(sources[i]));
  }
  sort_problems(loaded.problems);
  if (loaded.sources.empty() && loaded.problems.empty()) return no_document(*root, options.config);
  return loaded;
}

}  // namespace runbookc
