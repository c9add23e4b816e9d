#include "cli/file_writer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace runbookc {
namespace {

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

}  // namespace

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
