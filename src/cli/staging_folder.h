// A folder beside the output folder, in which a site grows until it is swapped in.
#pragma once

#include <string>

#include "base/result.h"

namespace runbookc {

// Named `.<name>.runbookc-<random>` in the folder of the target, hence on its file system. The
// descriptor holds a lock (flock) for as long as the run lives; what bears such a name and is not
// locked was left by a run that died, and create() removes it.
class StagingFolder {
 public:
  // `target` is absolute; its parent exists.
  static Result<StagingFolder> create(const std::string& target);
  StagingFolder(StagingFolder&& other) noexcept;
  StagingFolder& operator=(StagingFolder&&) = delete;
  ~StagingFolder();  // removes the folder, unless it was published

  const std::string& path() const { return path_; }

  // Flushes the file system once, then puts the folder in the target's place in one rename and
  // removes what was there. On an Error the target is as it was.
  Status publish();

 private:
  StagingFolder(std::string target, std::string path, int descriptor);
  Status swap_in();

  std::string target_;
  std::string path_;
  int descriptor_ = -1;
};

}  // namespace runbookc
