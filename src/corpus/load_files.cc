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

// A file as it was found; nothing of its bytes if it is the one that was known.
struct FoundSource {
  const KnownSource* known = nullptr;
  ReadOutcome outcome = {};
  std::optional<SourceFile> source = {};
};

FoundSource find_source(const Files& files, const std::string& path, const LoadOptions& options) {
  const std::uint64_t limit = options.config.limits.document_bytes;
  const KnownSource* known = options.known == nullptr ? nullptr : options.known->find(path);
  if (known != nullptr && known->stamp.size <= limit && files.stamp(path) == known->stamp) {
    return {.known = known};
  }
  FoundSource found{.outcome = files.read(path, limit)};
  if (found.outcome.failure == ReadFailure::none) {
    found.source.emplace(path, std::move(found.outcome.bytes));
  }
  return found;
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
  std::vector<FoundSource> found(paths.size());
  for_each_index(paths.size(), options.threads,
                 [&](std::size_t i) { found[i] = find_source(files, paths[i], options); });

  LoadedFiles loaded;
  loaded.sources = SourceList(files, limit);
  loaded.problems = std::move(listing->problems);
  loaded.walk = std::move(listing->walk);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (found[i].outcome.failure != ReadFailure::none) {
      loaded.problems.push_back(unreadable(paths[i], found[i].outcome, limit));
      continue;
    }
    loaded.content_paths.push_back(paths[i].substr(root->empty() ? 0 : root->size() + 1));
    if (found[i].known != nullptr) {
      loaded.sources.put_off(paths[i], *found[i].known);
    } else {
      loaded.sources.add(*std::move(found[i].source), found[i].outcome.stamp);
    }
  }
  sort_problems(loaded.problems);
  if (loaded.sources.empty() && loaded.problems.empty()) return no_document(*root, options.config);
  return loaded;
}

}  // namespace runbookc
