// What stands on the disk, asked once a folder: links are many, folders are few.
//
// Paths are looked up name by name in listings, so that a wrong case is seen on every file system,
// also on one that would forgive it. Thread-safe; answers do not depend on who asks first.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/files.h"
#include "corpus/name_index.h"

namespace runbookc {

struct DiskEntry {
  FileKind kind = FileKind::missing;
  std::string path;      // as it is spelt on disk
  std::string real;      // the same with links followed
  bool exact = true;     // false: found only by ignoring case
  bool escapes = false;  // through a link that leads out of the root
};

class FolderCache {
 public:
  // `files` outlives the cache.
  explicit FolderCache(const Files& files) : files_(files) {}

  // What `path` names. If the exact spelling is not there, one that differs in case.
  DiskEntry find(std::string_view path) const;

  // The entry of folder `path` (spelt exactly) whose name is nearest to `name`; `sure` as in
  // NearName.
  struct Neighbour {
    std::string name;
    bool sure = false;
  };
  std::optional<Neighbour> nearest(std::string_view path, std::string_view name) const;

  // The only entry of folder `path` whose name is `name` with words in front of it, case, `_` and
  // space apart: `ops-incident-response.md` for `INCIDENT_RESPONSE.md`. "" if there is none, or
  // several, or `name` is a single word.
  std::string only_one_ending_in(std::string_view path, std::string_view name) const;

 private:
  struct Folder {
    std::vector<FolderEntry> entries;                       // sorted by name
    std::unordered_map<std::string, std::size_t> by_lower;  // the first of each spelling
    std::once_flag names_made;
    std::optional<NameIndex> names;
    std::once_flag endings_made;
    // By the words that a name ends in, as "incident-response.md"; the size of `entries` if
    // several.
    std::unordered_map<std::string, std::size_t> by_ending;
  };
  Folder& folder(std::string_view path) const;
  bool step(DiskEntry& at, std::string_view name) const;

  const Files& files_;
  mutable std::mutex mutex_;
  mutable std::unordered_map<std::string, std::unique_ptr<Folder>> folders_;
};

}  // namespace runbookc
