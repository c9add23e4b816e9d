#include "cli/cache_folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "base/path.h"
#include "cli/roots.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kFolderMode = 0700;
constexpr mode_t kFileMode = 0600;
constexpr mode_t kOthers = 0077;
constexpr mode_t kOthersWrite = 0022;
constexpr std::time_t kDay = std::time_t{24} * 60 * 60;
constexpr std::time_t kUnusedFor = 60 * kDay;
constexpr std::string_view kTemporary = ".tmp";
constexpr std::string_view kPackEnding = ".pack";

bool is_ours(const struct stat& status, mode_t forbidden) {
  return status.st_uid == ::geteuid() && (status.st_mode & forbidden) == 0;
}

// An open pack. Reading says where to read, so that threads share the descriptor.
class DiskPack final : public PackBytes {
 public:
  DiskPack(int file, std::uint64_t size) : file_(file), size_(size) {}
  ~DiskPack() override { ::close(file_); }
  DiskPack(const DiskPack&) = delete;
  DiskPack& operator=(const DiskPack&) = delete;

  std::uint64_t size() const override { return size_; }
  std::optional<std::string> read(PackPart part) const override;

 private:
  int file_;
  std::uint64_t size_;
};

std::optional<std::string> DiskPack::read(PackPart part) const {
  std::string bytes(part.size, '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = ::pread(file_, bytes.data() + filled, bytes.size() - filled,
                                static_cast<off_t>(part.offset + filled));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return std::nullopt;  // an error, or somebody cut it short
    filled += static_cast<std::size_t>(got);
  }
  return bytes;
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) return false;
    if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

// Folders above it are made for their owner alone, too, as the XDG base directory rules want it.
void create_folders(const std::string& path) {
  for (std::size_t end = path.find('/', 1); end != std::string::npos;
       end = path.find('/', end + 1)) {
    ::mkdir(path.substr(0, end).c_str(), kFolderMode);
  }
  ::mkdir(path.c_str(), kFolderMode);
}

// The repository that the project lies in, else the project's own folder.
std::string checkout_of(const std::string& project) {
  const std::string below = path_in_repository(project);
  return below.empty() ? project : project.substr(0, project.size() - below.size() - 1);
}

bool lies_in_project(const std::string& path, const std::string& project) {
  std::error_code problem;
  const std::string real = fs::weakly_canonical(path, problem).string();
  if (problem) return true;
  const std::string checkout = checkout_of(fs::weakly_canonical(project, problem).string());
  return problem || path_within(real, checkout).has_value();
}

// The digits of a project (cli/cache_place.h), and then something: the folder may be one that holds
// files of others, git's `pack-….pack` among them.
bool is_named_by_us(std::string_view name) {
  constexpr std::size_t kDigits = 32;
  return name.size() > kDigits && name[kDigits] == '.' &&
         name.substr(0, kDigits).find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_absolute(const std::optional<std::string>& path) { return path && path->starts_with('/'); }

}  // namespace

// A relative XDG_CACHE_HOME is to be ignored (XDG base directory specification).
std::string choose_cache_folder(const std::optional<std::string>& own,
                                const std::optional<std::string>& xdg,
                                const std::optional<std::string>& home) {
  if (own) return *own;
  if (is_absolute(xdg)) return join_path(*xdg, "runbookc");
  return is_absolute(home) ? join_path(*home, ".cache/runbookc") : "";
}

CacheFolder::CacheFolder(const std::string& path, const std::string& project, bool create) {
  if (path.empty() || lies_in_project(path, project)) return;
  if (create) create_folders(path);
  folder_ = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  struct stat status = {};
  if (folder_ < 0) return;
  if (::fstat(folder_, &status) == 0 && is_ours(status, kOthersWrite)) return;
  ::close(std::exchange(folder_, -1));
}

CacheFolder::~CacheFolder() {
  if (folder_ >= 0) ::close(folder_);
}

std::shared_ptr<const PackBytes> CacheFolder::open_file(const std::string& name) const {
  const int file =
      ::openat(folder_, name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
  if (file < 0) return nullptr;
  struct stat status = {};
  if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode) || !is_ours(status, kOthers)) {
    ::close(file);
    return nullptr;
  }
  return std::make_shared<const DiskPack>(file, static_cast<std::uint64_t>(status.st_size));
}

bool CacheFolder::replace_file(const std::string& name,
                               const std::function<bool(const PackSink&)>& fill) const {
  const std::string temporary = name + "." + std::to_string(::getpid()) + std::string(kTemporary);
  ::unlinkat(folder_, temporary.c_str(), 0);
  const int file = ::openat(folder_, temporary.c_str(),
                            O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, kFileMode);
  if (file < 0) return false;
  bool done = fill([file](std::string_view bytes) { return write_all(file, bytes); });
  done = ::close(file) == 0 && done;
  done = done && ::renameat(folder_, temporary.c_str(), folder_, name.c_str()) == 0;
  if (!done) ::unlinkat(folder_, temporary.c_str(), 0);
  return done;
}

void CacheFolder::remove_file(const std::string& name) const {
  ::unlinkat(folder_, name.c_str(), 0);
}

void CacheFolder::touch_file(const std::string& name) const {
  ::utimensat(folder_, name.c_str(), nullptr, AT_SYMLINK_NOFOLLOW);
}

void CacheFolder::remove_unused() const {
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(
      ::fdopendir(::openat(folder_, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)), &::closedir);
  if (!stream) return;
  const std::time_t now = std::time(nullptr);
  std::vector<std::string> unused;
  // NOLINTNEXTLINE(concurrency-mt-unsafe): the stream is this function's own
  for (const dirent* found = ::readdir(stream.get()); found != nullptr;
       found = ::readdir(stream.get())) {  // NOLINT(concurrency-mt-unsafe)
    const std::string_view name = found->d_name;
    const bool temporary = name.ends_with(kTemporary);
    struct stat status = {};
    if (!is_named_by_us(name) || (!temporary && !name.ends_with(kPackEnding)) ||
        ::fstatat(folder_, found->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
      continue;
    }
    if (now - status.st_mtime > (temporary ? kDay : kUnusedFor)) unused.emplace_back(name);
  }
  for (const std::string& name : unused) remove_file(name);
}

}  // namespace runbookc
