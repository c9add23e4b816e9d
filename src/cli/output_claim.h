// The right to change an output folder.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/output_disk.h"

namespace runbookc {

// One run has it at a time: it holds a lock (flock) on `.<name>.runbookc-lock` beside the folder,
// which the system opens again when the run dies.
class OutputClaim {
 public:
  // Waits for as long as another run has it, and calls `on_wait` once when that took a second.
  // Makes the folders above `folder`, puts a site back that a run took aside and died, and removes
  // all else that dead runs left. A `folder` that is a link is claimed where it leads. An Error for
  // one that may not be replaced (output_ownership.h), too.
  static Result<OutputClaim> take(const std::string& folder, OutputDisk& disk,
                                  const std::function<void()>& on_wait);
  OutputClaim(OutputClaim&& other) noexcept;
  OutputClaim& operator=(OutputClaim&&) = delete;
  ~OutputClaim();  // gives it back

  const std::string& target() const { return target_; }  // absolute, links resolved
  OutputDisk& disk() const { return disk_; }
  // What dead runs left and could not be removed; absolute paths.
  const std::vector<std::string>& leftovers() const { return leftovers_; }

 private:
  OutputClaim(std::string target, OutputDisk& disk, int lock);

  std::string target_;
  OutputDisk& disk_;
  int lock_ = -1;
  std::vector<std::string> leftovers_;
};

}  // namespace runbookc
