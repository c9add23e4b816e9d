#include "cli/staging_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <random>
#include <system_error>
#include <utility>

#include "cli/file_writer.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;

constexpr int kAttempts = 16;

std::string prefix_of(const fs::path& target) {
  return "." + target.filename().string() + ".runbookc-";
}

std::string random_digits() {
  std::random_device source;
  const std::uint64_t high = source();
  return fmt::format("{:016x}", high << 32U | source());
}

// The descriptor of `folder`, locked; -1 if another run holds the lock or the folder is gone.
int lock_folder(const std::string& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (descriptor < 0) return -1;
  struct stat state{};
  const bool ours = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 &&
                    ::fstat(descriptor, &state) == 0 && state.st_nlink > 0;
  if (ours) return descriptor;
  ::close(descriptor);
  return -1;
}

void remove_tree(const std::string& folder) {
  std::error_code ignored;  // what cannot be removed now is removed by a later run
  fs::remove_all(folder, ignored);
}

void remove_leftovers(const fs::path& target) {
  const std::string prefix = prefix_of(target);
  std::error_code problem;
  for (fs::directory_iterator it(target.parent_path(), problem), end; it != end && !problem;
       it.increment(problem)) {
    const std::string path = it->path().string();
    if (!it->path().filename().string().starts_with(prefix)) continue;
    const int descriptor = lock_folder(path);
    if (descriptor < 0) continue;
    remove_tree(path);
    ::close(descriptor);
  }
}

// The old site's permissions, so that a web server may still read the new one.
void copy_permissions(const std::string& from, int to) {
  struct stat state{};
  if (::stat(from.c_str(), &state) == 0) {
    [[maybe_unused]] const int outcome = ::fchmod(to, state.st_mode & 07777U);
  }
}

int rename_with(const std::string& from, const std::string& to, unsigned flags) {
  return ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), flags) == 0 ? 0 : errno;
}

// For file systems that cannot exchange two names: the old one goes first, and comes back if the
// new one cannot take its place.
int rename_in_turn(const std::string& fresh, const std::string& target) {
  const std::string aside = fresh + "-old";
  if (const int failure = rename_with(target, aside, 0); failure != 0) return failure;
  const int failure = rename_with(fresh, target, 0);
  rename_with(aside, failure == 0 ? fresh : target, 0);
  return failure;
}

}  // namespace

StagingFolder::StagingFolder(std::string target, std::string path, int descriptor)
    : target_(std::move(target)), path_(std::move(path)), descriptor_(descriptor) {}

StagingFolder::StagingFolder(StagingFolder&& other) noexcept
    : target_(std::move(other.target_)),
      path_(std::exchange(other.path_, {})),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

StagingFolder::~StagingFolder() {
  if (!path_.empty()) remove_tree(path_);
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<StagingFolder> StagingFolder::create(const std::string& target) {
  constexpr mode_t kPermissions = 0777;  // less the umask
  remove_leftovers(target);
  const fs::path parent = fs::path(target).parent_path();
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    const std::string path = (parent / (prefix_of(target) + random_digits())).string();
    if (::mkdir(path.c_str(), kPermissions) != 0) {
      if (errno == EEXIST) continue;
      return Error{
          fmt::format("cannot create a folder in {}: {}", parent.string(), system_message(errno)),
          "the site is made beside its folder, then swapped in; --out names another"};
    }
    const int descriptor = lock_folder(path);
    if (descriptor >= 0) return StagingFolder(target, path, descriptor);
    remove_tree(path);
  }
  return Error{fmt::format("cannot lock a new folder in {}", parent.string()), ""};
}

Status StagingFolder::publish() {
  if (::syncfs(descriptor_) != 0) {
    return Error{fmt::format("cannot write the site: {}", system_message(errno)), ""};
  }
  Status swapped = swap_in();
  if (!swapped) return swapped;
  const std::string parent = fs::path(target_).parent_path().string();
  const int descriptor = ::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor >= 0) {
    ::fsync(descriptor);  // the rename; if that fails, the old site is what a crash brings back
    ::close(descriptor);
  }
  return swapped;
}

Status StagingFolder::swap_in() {
  std::error_code problem;
  const bool replaces = fs::exists(target_, problem);
  if (replaces) copy_permissions(target_, descriptor_);
  int failure = rename_with(path_, target_, replaces ? RENAME_EXCHANGE : RENAME_NOREPLACE);
  if (failure == EINVAL || failure == ENOSYS) {
    failure = replaces ? rename_in_turn(path_, target_) : rename_with(path_, target_, 0);
  }
  if (failure == EBUSY || failure == EXDEV) {
    return Error{fmt::format("cannot replace {}: it is a mount point", target_),
                 "name a folder inside it with --out"};
  }
  if (failure != 0) {
    return Error{fmt::format("cannot replace {}: {}", target_, system_message(failure)), ""};
  }
  if (!replaces) path_.clear();  // otherwise it now holds the old site, to be removed
  return Done{};
}

}  // namespace runbookc
