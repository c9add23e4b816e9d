#include "cli/old_site.h"

#include <sys/stat.h>

#include <utility>

namespace runbookc {
namespace {

constexpr mode_t kBits = 07777;
constexpr mode_t kFileBits = 0666;  // of those that a new folder has, a new file has

}  // namespace

OldSite::OldSite(OutputDisk& disk, const std::string& folder, const std::string& staging)
    : disk_(disk) {
  struct stat fresh{};
  if (::stat(staging.c_str(), &fresh) != 0) return;
  owner_ = fresh.st_uid;
  group_ = fresh.st_gid;
  mode_ = fresh.st_mode & kFileBits;
  folder_ = disk_.open_folder(folder).descriptor;
}

OldSite::~OldSite() {
  if (folder_ >= 0) disk_.close(folder_);
}

OldFile OldSite::find(const std::string& path) const {
  if (folder_ < 0) return {};
  const OpenOutcome file = disk_.open_beneath(folder_, path);
  if (file.failure != 0) return {};
  struct stat state{};
  const bool is_like_new = ::fstat(file.descriptor, &state) == 0 && S_ISREG(state.st_mode) &&
                           state.st_nlink == 1 && state.st_uid == owner_ &&
                           state.st_gid == group_ && (state.st_mode & kBits) == mode_;
  OldFile found(disk_, file.descriptor, static_cast<std::uint64_t>(state.st_size));
  return is_like_new ? std::move(found) : OldFile();
}

}  // namespace runbookc
