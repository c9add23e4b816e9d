// The user's folder of things that can be made again. What others could have written there is not
// read: neither a folder nor a file that is another user's, or that others may write or read.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "model/document_pack.h"

namespace runbookc {

// Where the cache lies, by the values of RUNBOOKC_CACHE_DIR, XDG_CACHE_HOME and HOME, if they are
// set. "" if there is no place for it, or if RUNBOOKC_CACHE_DIR is empty.
std::string choose_cache_folder(const std::optional<std::string>& own,
                                const std::optional<std::string>& xdg,
                                const std::optional<std::string>& home);

class CacheFolder {
 public:
  // The folder at `path` (absolute), unless it lies in `project` (absolute): what came with a
  // project is not trusted. With `create` it is made if it is missing. Test with
  // is_open().
  CacheFolder(const std::string& path, const std::string& project, bool create);
  ~CacheFolder();
  CacheFolder(const CacheFolder&) = delete;
  CacheFolder& operator=(const CacheFolder&) = delete;

  bool is_open() const { return folder_ >= 0; }
  // Null if there is no such file, or if it is not to be trusted.
  std::shared_ptr<const PackBytes> open_file(const std::string& name) const;
  // Puts what `fill` gives to the sink in the place of the file, whole or not at all. Readers of
  // the old file keep it. False if anything failed, or `fill` said so.
  bool replace_file(const std::string& name,
                    const std::function<bool(const PackSink&)>& fill) const;
  void remove_file(const std::string& name) const;
  // Notes that a file is in use; remove_unused() spares it.
  void touch_file(const std::string& name) const;
  // Removes files that no run has used for long, and what runs that were killed left behind: of
  // those whose names begin with 32 hexadecimal digits and a dot.
  void remove_unused() const;

 private:
  int folder_ = -1;
};

}  // namespace runbookc
