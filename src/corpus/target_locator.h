// From a path to the page, asset or folder that it names.
//
// Thread-safe; answers do not depend on the order of the questions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/corpus.h"
#include "corpus/folder_cache.h"
#include "corpus/page_directory.h"

namespace runbookc {

class TargetLocator {
 public:
  // All arguments outlive the locator. `output_folder` as in LoadOptions.
  TargetLocator(const Corpus& corpus, const PageDirectory& directory, const FolderCache& disk,
                std::string_view output_folder)
      : corpus_(corpus), directory_(directory), disk_(disk), output_folder_(output_folder) {}

  struct Found {
    LinkOutcome outcome = LinkOutcome::page;  // or asset, folder, outside_content, escapes_root
    Index page = kNone;
    std::string path;  // of what was found, relative to the project root
  };

  // What the project-relative `path` names: a file or folder of that name, a folder's README, index
  // or _index, a document by its name without extension, a page by its URL or by the address that
  // the dialect gives it. Nothing if nothing.
  std::optional<Found> locate(const std::string& path) const;

  // Only pages, without asking the disk.
  Index locate_page(std::string_view path) const;

  // The page with this path in the source, ending apart, that has its address elsewhere.
  Index locate_moved(std::string_view path) const { return directory_.by_moved(path); }

  // `path` as it would have to be spelt for locate() to find something, when only case is wrong.
  std::optional<std::string> respell(const std::string& path) const;

  // Whether the file may stand in the site: inside the content, nowhere hidden, not excluded, not
  // one of our own settings, and not reached through a link that leads elsewhere.
  bool is_publishable(const DiskEntry& entry) const;

 private:
  std::optional<Found> locate_folder(const std::string& path) const;
  bool may_publish(std::string_view path) const;

  const Corpus& corpus_;
  const PageDirectory& directory_;
  const FolderCache& disk_;
  std::string_view output_folder_;
};

// `path` as the site has it: relative to the content root or to the dialect's folder of static
// files, or nothing if it lies in neither.
std::optional<std::string_view> within_site(std::string_view path, const ProjectConfig& config);

// `path` relative to the content root, or nothing if it lies outside.
std::optional<std::string_view> within_content(std::string_view path, std::string_view content);

}  // namespace runbookc
