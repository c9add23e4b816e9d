// What changes in a project's folders while we look, by Linux's inotify.
//
// New folders, moved ones and ones that come back are followed. A file counts as changed when who
// wrote it closes it, or when it is renamed to its name, so that a save shows once and whole.
// Symbolic links to folders are not followed, and a change of what a link leads to does not show.
// Not thread-safe.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "serve/watch_plan.h"

namespace runbookc {

struct FolderChanges {
  std::vector<std::string> paths;  // files and folders, as WatchPlan names them; sorted
  bool lost = false;               // the system dropped some: anything may have changed

  bool any() const { return lost || !paths.empty(); }
};

class FolderWatch {
 public:
  // `root` is the project's: absolute, an existing folder. An Error if the system allows no watch,
  // or not as many as there are folders.
  static Result<FolderWatch> start(const std::string& root, WatchPlan plan);
  FolderWatch(FolderWatch&& other) noexcept;
  FolderWatch& operator=(FolderWatch&& other) noexcept;
  ~FolderWatch();

  // Watches something else from now on, if it is in other places. An Error if not all of it can be
  // watched.
  Status follow(WatchPlan plan);

  int descriptor() const { return descriptor_; }  // readable when there is something to take
  // What changed since the last call; never blocks. An Error, with `follow`'s reasons, if a new
  // folder cannot be watched.
  Result<FolderChanges> take();

  std::size_t folder_count() const { return folders_.size(); }

 private:
  FolderWatch(std::string root, int descriptor);
  Status renew();
  Status add_tree(const std::string& tree);
  Status add(const std::string& folder, bool below_tree);
  struct Batch;
  void read_events(std::string_view bytes, Batch& batch) const;
  bool is_new_writing(const std::string& path) const;
  std::string on_disk(std::string_view path) const;

  std::string root_;
  std::unique_ptr<Files> files_;
  int descriptor_ = -1;
  WatchPlan plan_;
  bool complete_ = false;               // all of the plan is watched
  std::map<int, std::string> folders_;  // by inotify's number
};

}  // namespace runbookc
