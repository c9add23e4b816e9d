// A folder beside the output folder, in which a site grows until it is swapped in.
#pragma once

#include <string>

#include "base/result.h"
#include "cli/output_claim.h"

namespace runbookc {

// Named `.<name>.runbookc-<random>` in the folder of the target, hence on its file system. What a
// run that died left of it is removed by the next that takes the claim.
class StagingFolder {
 public:
  // `claim` outlives it.
  static Result<StagingFolder> create(const OutputClaim& claim);
  StagingFolder(StagingFolder&& other) noexcept;
  StagingFolder& operator=(StagingFolder&&) = delete;
  ~StagingFolder();  // removes the folder, or the old site that is there once it was published

  const std::string& path() const { return path_; }

  // Flushes the file system once, puts the folder in the target's place, with the permissions of
  // what was there, and flushes the names. On an Error the target is as it was, or the Error's help
  // says where the site is.
  Status publish();

 private:
  StagingFolder(const OutputClaim& claim, std::string path);

  const OutputClaim& claim_;
  std::string path_;
};

}  // namespace runbookc
