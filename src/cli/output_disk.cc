#include "cli/output_disk.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/openat2.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

namespace runbookc {
namespace {

constexpr mode_t kNewFile = 0666;    // less the umask
constexpr mode_t kNewFolder = 0777;  // less the umask
constexpr int kFolder = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

int failure_of(int result) { return result < 0 ? errno : 0; }

OpenOutcome opened(int descriptor) {
  return {.descriptor = descriptor, .failure = failure_of(descriptor)};
}

TransferOutcome transferred(ssize_t count) {
  if (count < 0) return {.count = 0, .failure = errno};
  return {.count = static_cast<std::size_t>(count), .failure = 0};
}

// Tries until no signal comes between.
template <typename Try>
int again(Try attempt) {
  int failure = EINTR;
  while (failure == EINTR) failure = attempt();
  return failure;
}

template <typename Try>
OpenOutcome open_again(Try attempt) {
  OpenOutcome outcome{.descriptor = -1, .failure = EINTR};
  while (outcome.failure == EINTR) outcome = attempt();
  return outcome;
}

unsigned flags_of(RenameMode mode) {
  if (mode == RenameMode::exchange) return RENAME_EXCHANGE;
  return mode == RenameMode::free_name ? RENAME_NOREPLACE : 0;
}

// Asks `call` for an open folder, and closes it.
template <typename Call>
int with_folder(const std::string& folder, Call call) {
  const int descriptor = ::open(folder.c_str(), kFolder);
  if (descriptor < 0) return errno;
  const int failure = failure_of(call(descriptor));
  ::close(descriptor);
  return failure;
}

// Lets us remove what is in it, as far as it is ours: a site may be read-only to its owner.
void open_up(const std::string& folder) {
  namespace fs = std::filesystem;
  const auto allow = [](const fs::path& path) {
    std::error_code problem;
    fs::permissions(path, fs::perms::owner_all, fs::perm_options::add, problem);
  };
  allow(folder);
  std::error_code problem;
  for (fs::recursive_directory_iterator it(folder, problem), end; !problem && it != end;
       it.increment(problem)) {
    if (fs::is_directory(it->symlink_status(problem))) allow(it->path());
  }
}

// Whoever may not give a folder away may still give it to a group that he is in.
int give_to(int folder, const struct stat& owner) {
  constexpr auto kAsItIs = static_cast<uid_t>(-1);
  if (::fchown(folder, owner.st_uid, owner.st_gid) == 0) return 0;
  return failure_of(::fchown(folder, kAsItIs, owner.st_gid));
}

}  // namespace

int OutputDisk::make_folder(const std::string& path) {
  return again([&] { return try_make_folder(path); });
}

OpenOutcome OutputDisk::create_file(const std::string& path) {
  return open_again([&] { return try_create_file(path); });
}

int OutputDisk::write(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const TransferOutcome outcome = try_write(descriptor, bytes);
    if (outcome.failure == EINTR) continue;
    if (outcome.failure != 0) return outcome.failure;
    if (outcome.count == 0) return EIO;  // a file system that takes nothing would take for ever
    bytes.remove_prefix(outcome.count);
  }
  return 0;
}

int OutputDisk::close(int descriptor) {
  const int failure = try_close(descriptor);
  return failure == EINTR ? 0 : failure;  // it is closed, and the sync tells what was not written
}

OpenOutcome OutputDisk::open_folder(const std::string& path) {
  return open_again([&] { return try_open_folder(path); });
}

OpenOutcome OutputDisk::open_beneath(int folder, const std::string& path) {
  return open_again([&] { return try_open_beneath(folder, path); });
}

int OutputDisk::read(int descriptor, std::uint64_t offset, std::span<char> bytes) {
  while (!bytes.empty()) {
    const TransferOutcome outcome = try_read(descriptor, offset, bytes);
    if (outcome.failure == EINTR) continue;
    if (outcome.failure != 0) return outcome.failure;
    if (outcome.count == 0) return EIO;
    offset += outcome.count;
    bytes = bytes.subspan(outcome.count);
  }
  return 0;
}

int OutputDisk::link(int descriptor, const std::string& path) {
  return again([&] { return try_link(descriptor, path); });
}

int OutputDisk::rename(const std::string& from, const std::string& to, RenameMode mode) {
  return again([&] { return try_rename(from, to, mode); });
}

int OutputDisk::remove_file(const std::string& path) {
  return again([&] { return try_remove_file(path); });
}

int OutputDisk::remove_tree(const std::string& folder) {
  return again([&] { return try_remove_tree(folder); });
}

int OutputDisk::copy_permissions(const std::string& from, const std::string& to) {
  return again([&] { return try_copy_permissions(from, to); });
}

int OutputDisk::sync_file_system(const std::string& folder) {
  return again([&] { return try_sync_file_system(folder); });
}

int OutputDisk::sync_names(const std::string& folder) {
  return again([&] { return try_sync_names(folder); });
}

OpenOutcome OutputDisk::open_lock(const std::string& path) {
  return open_again([&] { return try_open_lock(path); });
}

int OutputDisk::lock(int descriptor) {
  return again([&] { return try_lock(descriptor); });
}

int OutputDisk::try_make_folder(const std::string& path) {
  return failure_of(::mkdir(path.c_str(), kNewFolder));
}

OpenOutcome OutputDisk::try_create_file(const std::string& path) {
  return opened(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kNewFile));
}

TransferOutcome OutputDisk::try_write(int descriptor, std::string_view bytes) {
  return transferred(::write(descriptor, bytes.data(), bytes.size()));
}

int OutputDisk::try_close(int descriptor) { return failure_of(::close(descriptor)); }

OpenOutcome OutputDisk::try_open_folder(const std::string& path) {
  return opened(::open(path.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

OpenOutcome OutputDisk::try_open_beneath(int folder, const std::string& path) {
  open_how how{};
  how.flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_XDEV;
  return opened(static_cast<int>(::syscall(SYS_openat2, folder, path.c_str(), &how, sizeof how)));
}

TransferOutcome OutputDisk::try_read(int descriptor, std::uint64_t offset, std::span<char> bytes) {
  return transferred(::pread(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset)));
}

// By the open file, since another may have its name by now. Only root may leave /proc out.
int OutputDisk::try_link(int descriptor, const std::string& path) {
  const std::string open_file = fmt::format("/proc/self/fd/{}", descriptor);
  return failure_of(
      ::linkat(AT_FDCWD, open_file.c_str(), AT_FDCWD, path.c_str(), AT_SYMLINK_FOLLOW));
}

int OutputDisk::try_rename(const std::string& from, const std::string& to, RenameMode mode) {
  return failure_of(::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), flags_of(mode)));
}

int OutputDisk::try_remove_file(const std::string& path) {
  return failure_of(::unlink(path.c_str()));
}

int OutputDisk::try_remove_tree(const std::string& folder) {
  std::error_code problem;
  std::filesystem::remove_all(folder, problem);
  if (problem == std::errc::permission_denied) {
    open_up(folder);
    std::filesystem::remove_all(folder, problem);
  }
  return problem.value();
}

int OutputDisk::try_copy_permissions(const std::string& from, const std::string& to) {
  constexpr mode_t kBits = 07777;
  struct stat state{};
  if (::stat(from.c_str(), &state) != 0) return errno;
  return with_folder(to, [&](int folder) {
    give_to(folder, state);
    return ::fchmod(folder, state.st_mode & kBits);
  });
}

int OutputDisk::try_sync_file_system(const std::string& folder) {
  return with_folder(folder, [](int descriptor) { return ::syncfs(descriptor); });
}

int OutputDisk::try_sync_names(const std::string& folder) {
  const int failure = with_folder(folder, [](int descriptor) { return ::fsync(descriptor); });
  return failure == EACCES ? 0 : failure;  // it may be written but not read, hence not flushed
}

OpenOutcome OutputDisk::try_open_lock(const std::string& path) {
  return opened(
      ::open(path.c_str(), O_RDONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, kNewFile));
}

int OutputDisk::try_lock(int descriptor) {
  return failure_of(::flock(descriptor, LOCK_EX | LOCK_NB));
}

}  // namespace runbookc
