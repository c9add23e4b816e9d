#include <dirent.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "base/files.h"
#include "base/path.h"

namespace runbookc {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&& other) noexcept : fd_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }
  bool open() const { return fd_ >= 0; }
  int release() { return std::exchange(fd_, -1); }

 private:
  int fd_;
};

struct Opened {
  Descriptor descriptor;
  ReadFailure failure = ReadFailure::none;
};

std::optional<std::string> real_path(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> resolved(::realpath(path.c_str(), nullptr),
                                                             &std::free);
  if (!resolved) return std::nullopt;
  return std::string(resolved.get());
}

int open_beneath(int root, const char* path, int flags) {
  open_how how{};
  how.flags = static_cast<std::uint64_t>(flags | O_CLOEXEC);
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
  constexpr int kAttempts = 8;  // EAGAIN: a rename in the tree raced with a `..`
  long fd = -1;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    fd = ::syscall(SYS_openat2, root, path, &how, sizeof how);
    if (fd >= 0 || (errno != EAGAIN && errno != EINTR)) break;
  }
  return static_cast<int>(fd);
}

FileKind kind_of(const struct stat& status) {
  if (S_ISREG(status.st_mode)) return FileKind::file;
  return S_ISDIR(status.st_mode) ? FileKind::folder : FileKind::other;
}

class DiskFiles final : public Files {
 public:
  explicit DiskFiles(std::string_view root);
  ReadOutcome read(std::string_view path, std::uint64_t limit) const override;
  Result<std::vector<FolderEntry>> list(std::string_view folder) const override;
  FileKind kind(std::string_view path) const override;
  std::optional<FileStamp> stamp(std::string_view path) const override;

 private:
  Opened open(const std::string& path, int flags) const;
  Opened open_resolved(const std::string& path, int flags) const;
  std::optional<std::string> below_root(std::string_view path) const;
  ReadFailure failure_of(int error, const std::string& path) const;
  FolderEntry entry(const std::string& folder, const dirent& found) const;

  std::string root_;  // canonical, so that what realpath yields can be compared with it
  Descriptor descriptor_;
  bool has_openat2_ = true;
};

DiskFiles::DiskFiles(std::string_view root)
    : root_(real_path(std::string(root)).value_or(std::string(root))),
      descriptor_(::open(root_.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)) {
  const Descriptor probe(open_beneath(descriptor_.get(), ".", O_PATH));
  // Kernels before 5.6 lack the call, some sandboxes forbid it.
  has_openat2_ = probe.open() || (errno != ENOSYS && errno != EPERM);
}

ReadFailure DiskFiles::failure_of(int error, const std::string& path) const {
  struct stat status{};
  switch (error) {
    case ENOENT: {
      const int found = ::fstatat(descriptor_.get(), path.c_str(), &status, AT_SYMLINK_NOFOLLOW);
      return found == 0 ? ReadFailure::dangling_link : ReadFailure::missing;
    }
    case ENOTDIR:
    case ENAMETOOLONG:
      return ReadFailure::missing;
    case ELOOP:
      return ReadFailure::dangling_link;
    case EACCES:
    case EPERM:
      return ReadFailure::permission;
    case ENXIO:
      return ReadFailure::not_regular;  // a socket
    case EXDEV:
      return ReadFailure::escaping_link;
    default:
      return ReadFailure::io_error;
  }
}

// In the common case the kernel itself refuses to leave the root. It also refuses links that are
// absolute or leave the root and come back, so those are resolved first.
Opened DiskFiles::open(const std::string& path, int flags) const {
  if (path.find('\0') != std::string::npos) return {Descriptor(), ReadFailure::missing};
  if (!has_openat2_) return open_resolved(path, flags);
  const char* name = path.empty() ? "." : path.c_str();
  Descriptor descriptor(open_beneath(descriptor_.get(), name, flags));
  if (descriptor.open()) return {std::move(descriptor), ReadFailure::none};
  if (errno == EXDEV) return open_resolved(path, flags);
  return {Descriptor(), failure_of(errno, path)};
}

// A canonical absolute path relative to the root, or nothing if it lies elsewhere.
std::optional<std::string> DiskFiles::below_root(std::string_view path) const {
  const std::string_view prefix = root_ == "/" ? std::string_view() : root_;
  if (!is_inside(path, prefix)) return std::nullopt;
  return std::string(path.substr(std::min(prefix.size() + 1, path.size())));
}

Opened DiskFiles::open_resolved(const std::string& path, int flags) const {
  const auto resolved = real_path(root_ + "/" + path);
  if (!resolved) return {Descriptor(), failure_of(errno, path)};
  const auto inside = below_root(*resolved);
  if (!inside) return {Descriptor(), ReadFailure::escaping_link};
  const char* name = inside->empty() ? "." : inside->c_str();
  const int fd = has_openat2_ ? open_beneath(descriptor_.get(), name, flags | O_NOFOLLOW)
                              : ::openat(descriptor_.get(), name, flags | O_NOFOLLOW | O_CLOEXEC);
  Descriptor descriptor(fd);
  if (!descriptor.open()) return {Descriptor(), failure_of(errno, *inside)};
  if (has_openat2_) return {std::move(descriptor), ReadFailure::none};
  // A folder on the way may have become a link since: ask where the descriptor leads.
  const auto actual = real_path("/proc/self/fd/" + std::to_string(descriptor.get()));
  if (actual && !below_root(*actual)) return {Descriptor(), ReadFailure::escaping_link};
  return {std::move(descriptor), ReadFailure::none};
}

FileTime time_of(const timespec& time) {
  return {.seconds = time.tv_sec, .nanoseconds = time.tv_nsec};
}

FileStamp stamp_of(const struct stat& status) {
  return {.device = status.st_dev,
          .inode = status.st_ino,
          .size = static_cast<std::uint64_t>(status.st_size),
          .modified = time_of(status.st_mtim),
          .changed = time_of(status.st_ctim)};
}

// File systems whose times come from this machine's clock, at once. Others may have the clock of
// a server, or tell what was so some seconds ago.
bool has_own_times(const Descriptor& descriptor) {
  constexpr std::uint32_t kXfs = 0x58465342;  // the kernel's headers lack these
  constexpr std::uint32_t kZfs = 0x2FC12FC1;
  // Not tmpfs: it never writes back, so that the first write through a memory map hides the others.
  constexpr std::array<std::uint32_t, 6> kLocal = {
      EXT4_SUPER_MAGIC, BTRFS_SUPER_MAGIC, F2FS_SUPER_MAGIC, kXfs, OVERLAYFS_SUPER_MAGIC, kZfs};
  struct statfs system{};
  return ::fstatfs(descriptor.get(), &system) == 0 &&
         std::ranges::find(kLocal, static_cast<std::uint32_t>(system.f_type)) != kLocal.end();
}

// What `descriptor` holds, whole, if it is a regular file within the limit.
ReadOutcome read_regular(const Descriptor& descriptor, std::uint64_t limit) {
  struct stat status{};
  if (::fstat(descriptor.get(), &status) != 0) return {{}, ReadFailure::io_error, 0};
  const FileKind kind = kind_of(status);
  if (kind == FileKind::folder) return {{}, ReadFailure::is_folder, 0};
  if (kind != FileKind::file) return {{}, ReadFailure::not_regular, 0};
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (size > limit) return {{}, ReadFailure::too_large, size};
  ReadOutcome outcome{std::string(size + 1, '\0'), ReadFailure::none, size};
  if (has_own_times(descriptor)) outcome.stamp = stamp_of(status);
  std::size_t filled = 0;
  // One byte more than the size is asked for, so that a short read tells the end.
  while (filled < outcome.bytes.size()) {
    const ssize_t got =
        ::read(descriptor.get(), outcome.bytes.data() + filled, outcome.bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return {{}, ReadFailure::io_error, size};
    filled += static_cast<std::size_t>(got);
    if (got == 0 || filled == size) break;
  }
  outcome.bytes.resize(std::min<std::size_t>(filled, size));
  outcome.size = outcome.bytes.size();
  return outcome;
}

ReadOutcome DiskFiles::read(std::string_view path, std::uint64_t limit) const {
  const std::string name(path);
  struct stat status{};
  const int found = ::fstatat(descriptor_.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW);
  if (found != 0 || !S_ISREG(status.st_mode)) {
    // O_PATH opens nothing for real, so neither a pipe's other end nor a device notices.
    const Opened probe = open(name, O_PATH);
    if (probe.failure != ReadFailure::none) return {{}, probe.failure, 0};
    if (::fstat(probe.descriptor.get(), &status) != 0) return {{}, ReadFailure::io_error, 0};
    if (kind_of(status) == FileKind::folder) return {{}, ReadFailure::is_folder, 0};
    if (kind_of(status) != FileKind::file) return {{}, ReadFailure::not_regular, 0};
  }
  // The file may be another by now: hence O_NONBLOCK, and the second look in read_regular.
  const Opened file = open(name, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  if (file.failure != ReadFailure::none) return {{}, file.failure, 0};
  return read_regular(file.descriptor, limit);
}

FileKind DiskFiles::kind(std::string_view path) const {
  const Opened probe = open(std::string(path), O_PATH);
  switch (probe.failure) {
    case ReadFailure::none:
      break;
    case ReadFailure::missing:
    case ReadFailure::dangling_link:
      return FileKind::missing;
    default:
      return FileKind::other;
  }
  struct stat status{};
  return ::fstat(probe.descriptor.get(), &status) == 0 ? kind_of(status) : FileKind::other;
}

std::optional<FileStamp> DiskFiles::stamp(std::string_view path) const {
  struct stat status{};
  const int found =
      ::fstatat(descriptor_.get(), std::string(path).c_str(), &status, AT_SYMLINK_NOFOLLOW);
  if (found != 0 || kind_of(status) != FileKind::file) return std::nullopt;
  return stamp_of(status);
}

// d_type spares a call for each entry; some file systems do not fill it.
FolderEntry DiskFiles::entry(const std::string& folder, const dirent& found) const {
  FolderEntry entry;
  entry.name = found.d_name;
  if (found.d_type == DT_REG) entry.kind = FileKind::file;
  if (found.d_type == DT_DIR) entry.kind = FileKind::folder;
  if (found.d_type != DT_LNK && found.d_type != DT_UNKNOWN) return entry;
  const std::string path = join_path(folder, entry.name);
  struct stat status{};
  if (::fstatat(descriptor_.get(), path.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return entry;
  entry.is_link = S_ISLNK(status.st_mode);
  entry.kind = entry.is_link ? kind(path) : kind_of(status);
  const auto resolved = entry.is_link ? real_path(root_ + "/" + path) : std::nullopt;
  if (!resolved) return entry;
  const auto target = below_root(*resolved);
  entry.escapes = !target;
  entry.target = target.value_or("");
  return entry;
}

Result<std::vector<FolderEntry>> DiskFiles::list(std::string_view folder) const {
  const std::string path(folder);
  const auto refused = [&](const std::string& reason) {
    return Error{"cannot list '" + (path.empty() ? root_ : path) + "': " + reason, ""};
  };
  Opened opened = open(path, O_RDONLY | O_DIRECTORY | O_NONBLOCK);
  if (opened.failure == ReadFailure::permission) return refused("permission denied");
  if (opened.failure == ReadFailure::escaping_link) return refused("it lies outside the project");
  if (opened.failure != ReadFailure::none) return refused("it is no folder");
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(opened.descriptor.get()),
                                                   &::closedir);
  if (!stream) return refused(std::strerror(errno));
  opened.descriptor.release();
  std::vector<FolderEntry> entries;
  for (const dirent* found = ::readdir(stream.get()); found != nullptr;
       found = ::readdir(stream.get())) {
    const std::string_view name = found->d_name;
    if (name != "." && name != "..") entries.push_back(entry(path, *found));
  }
  std::ranges::sort(entries, {}, &FolderEntry::name);
  return entries;
}

}  // namespace

std::unique_ptr<Files> disk_files(std::string_view root) {
  return std::make_unique<DiskFiles>(root);
}

}  // namespace runbookc
