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

// Fills a new file beside `path` and renames it there; errno, or 0.
int swap_in(const std::string& path, std::string_view bytes, const struct stat& old) {
  std::string beside = path + ".XXXXXX";
  OpenFile file(::mkostemp(beside.data(), O_CLOEXEC));
  if (file.get() < 0) return errno;
  int failure = write_all(file.get(), bytes);
  if (failure == 0 && ::fchmod(file.get(), old.st_mode & kPermissionBits) != 0) failure = errno;
  // Only root can give a file away; for others it is theirs already.
  if (::fchown(file.get(), old.st_uid, old.st_gid) != 0 && failure == 0 && ::geteuid() == 0) {
    failure = errno;
  }
  const int closed = file.close();
  if (failure == 0) failure = closed;
  if (failure == 0 && ::rename(beside.c_str(), path.c_str()) != 0) failure = errno;
  if (failure != 0) ::unlink(beside.c_str());
  return failure;
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
  if (!S_ISREG(old.st_mode) || !holds(file.get(), expected)) {
    return Error{fmt::format("{} has changed since it was read", path), "run it again"};
  }
  const int failure = swap_in(path, bytes, old);
  return failure == 0 ? Status(Done{}) : cannot_write(path, failure);
}

std::string system_message(int error_number) {
  return std::system_category().message(error_number);
}

Status write_file(const std::string& path, std::string_view bytes, WriteMode mode) {
  constexpr mode_t kPermissions = 0666;  // less the umask
  const int how = mode == WriteMode::create ? O_EXCL : O_TRUNC;
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | how, kPermissions);
  if (file < 0) return cannot_write(path, errno);
  int failure = write_all(file, bytes);
  if (::close(file) != 0 && failure == 0) failure = errno;
  if (failure == 0) return Done{};
  if (mode == WriteMode::create) ::unlink(path.c_str());
  return cannot_write(path, failure);
}

}  // namespace runbookc
