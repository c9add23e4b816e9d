#include "cli/file_writer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace runbookc {
namespace {

constexpr mode_t kPermissionBits = 07777;
constexpr mode_t kNewFile = 0666;  // less the umask

Error cannot_write(const std::string& path, int error_number) {
  return {fmt::format("cannot write {}: {}", path, system_message(error_number)), ""};
}

int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) return errno;
    if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

// Closes its descriptor.
class OpenFile {
 public:
  explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
  ~OpenFile() { close(); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  int get() const { return descriptor_; }
  // errno, or 0.
  int close() {
    const int descriptor = std::exchange(descriptor_, -1);
    return descriptor >= 0 && ::close(descriptor) != 0 ? errno : 0;
  }

 private:
  int descriptor_;
};

// Whether the file holds `expected`, from its start to its end.
bool holds(int descriptor, std::string_view expected) {
  if (::lseek(descriptor, 0, SEEK_SET) != 0) return false;
  std::string bytes(expected.size() + 1, '\0');
  std::size_t size = 0;
  while (size < bytes.size()) {
    const ssize_t count = ::read(descriptor, bytes.data() + size, bytes.size() - size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    size += static_cast<std::size_t>(count);
  }
  return std::string_view(bytes).substr(0, size) == expected;
}

// A new file beside `path` that holds `bytes`; goes with this, unless it was moved or kept.
class FileBeside {
 public:
  FileBeside(const std::string& path, std::string_view bytes, const struct stat& old)
      : name_(path + ".XXXXXX") {
    OpenFile file(::mkostemp(name_.data(), O_CLOEXEC));
    exists_ = file.get() >= 0;
    failure_ = exists_ ? fill(file, bytes, old) : errno;
  }
  ~FileBeside() {
    if (exists_) ::unlink(name_.c_str());
  }
  FileBeside(const FileBeside&) = delete;
  FileBeside& operator=(const FileBeside&) = delete;

  const std::string& name() const { return name_; }
  int failure() const { return failure_; }  // errno, or 0
  // A new file in the place of `old` would be another one: its other names would keep the old text,
  // or its owner or group would change, which only root can undo.
  bool has_to_stay(const struct stat& old) const { return old.st_nlink > 1 || !has_same_owner_; }
  void keep() { exists_ = false; }
  int move_to(const std::string& path) {
    if (::rename(name_.c_str(), path.c_str()) != 0) return errno;
    exists_ = false;
    return 0;
  }

 private:
  int fill(OpenFile& file, std::string_view bytes, const struct stat& old) {
    int failure = write_all(file.get(), bytes);
    // The owner first: a change of owner takes bits away. Others than root can at most choose among
    // their own groups.
    if (::fchown(file.get(), old.st_uid, old.st_gid) != 0 && failure == 0 && ::geteuid() == 0) {
      failure = errno;
    }
    if (::fchmod(file.get(), old.st_mode & kPermissionBits) != 0 && failure == 0) failure = errno;
    struct stat info = {};
    if (::fstat(file.get(), &info) != 0 && failure == 0) failure = errno;
    has_same_owner_ = info.st_uid == old.st_uid && info.st_gid == old.st_gid;
    // Overwriting needs it as the one whole copy.
    if (has_to_stay(old) && ::fsync(file.get()) != 0 && failure == 0) failure = errno;
    const int closed = file.close();
    return failure == 0 ? closed : failure;
  }

  std::string name_;
  bool exists_ = false;
  bool has_same_owner_ = false;
  int failure_ = 0;
};

bool is_same_file(const struct stat& a, const struct stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

// errno, or 0. `begun`: the file may hold neither the old nor the new text.
struct Overwriting {
  int failure = 0;
  bool begun = false;
};

Overwriting overwrite(const std::string& path, std::string_view bytes, const struct stat& old) {
  OpenFile file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  struct stat now = {};
  if (file.get() < 0 || ::fstat(file.get(), &now) != 0) return {.failure = errno, .begun = false};
  if (!is_same_file(old, now)) return {.failure = ESTALE, .begun = false};
  int failure = write_all(file.get(), bytes);
  if (failure == 0 && ::ftruncate(file.get(), static_cast<off_t>(bytes.size())) != 0) {
    failure = errno;
  }
  const int closed = file.close();
  return {.failure = failure == 0 ? closed : failure, .begun = true};
}

// The new text is on disk beside it before the old one is touched, and stays if that fails.
Status write_in_place(const std::string& path, std::string_view bytes, const struct stat& old,
                      FileBeside& beside) {
  const Overwriting result = overwrite(path, bytes, old);
  if (result.failure == 0) return Done{};
  Error error = cannot_write(path, result.failure);
  if (result.begun) {
    error.help = fmt::format("its new text is in {}", beside.name());
    beside.keep();
  }
  return error;
}

}  // namespace

Status replace_document(const std::string& path, std::string_view expected,
                        std::string_view bytes) {
  const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  struct stat old = {};
  if (file.get() < 0 && errno == ELOOP) {
    return Error{fmt::format("{} is a symbolic link, which is not written through", path), ""};
  }
  if (file.get() < 0 || ::fstat(file.get(), &old) != 0) return cannot_write(path, errno);
  const bool is_regular = S_ISREG(old.st_mode);
  // Another name of a file that was replaced already.
  if (is_regular && old.st_nlink > 1 && holds(file.get(), bytes)) return Done{};
  if (!is_regular || !holds(file.get(), expected)) {
    return Error{fmt::format("{} has changed since it was read", path), "run it again"};
  }
  FileBeside beside(path, bytes, old);
  if (beside.failure() != 0) return cannot_write(path, beside.failure());
  if (beside.has_to_stay(old)) return write_in_place(path, bytes, old, beside);
  const int failure = beside.move_to(path);
  return failure == 0 ? Status(Done{}) : cannot_write(path, failure);
}

std::string system_message(int error_number) {
  return std::system_category().message(error_number);
}

Status write_file(const std::string& path, std::string_view bytes, WriteMode mode) {
  const int how = mode == WriteMode::create ? O_EXCL : O_TRUNC;
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | how, kNewFile);
  if (file < 0) return cannot_write(path, errno);
  int failure = write_all(file, bytes);
  if (::close(file) != 0 && failure == 0) failure = errno;
  if (failure == 0) return Done{};
  if (mode == WriteMode::create) ::unlink(path.c_str());
  return cannot_write(path, failure);
}

}  // namespace runbookc
