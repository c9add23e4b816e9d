// The site that a new one replaces, and what of it stays.
#pragma once

#include <cstdint>
#include <string>

#include "cli/old_file.h"
#include "cli/output_disk.h"

namespace runbookc {

// What it says of itself counts for nothing, since anybody may have written in it meanwhile: files
// are asked for their bytes. Thread-safe.
class OldSite {
 public:
  // `staging`, the folder of the new site, shows whose new files are, and who may use them. Either
  // may be missing: there are no old files then. `disk` outlives it.
  OldSite(OutputDisk& disk, const std::string& folder, const std::string& staging);
  ~OldSite();
  OldSite(const OldSite&) = delete;
  OldSite& operator=(const OldSite&) = delete;

  // The file of that path relative to the site, if it is like a new one: regular, with one name,
  // with the owner and the permissions of a new one, and no link on the way to it.
  OldFile find(const std::string& path) const;

 private:
  OutputDisk& disk_;
  int folder_ = -1;
  std::uint32_t owner_ = 0;
  std::uint32_t group_ = 0;
  std::uint32_t mode_ = 0;
};

}  // namespace runbookc
