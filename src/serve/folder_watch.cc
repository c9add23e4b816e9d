#include "serve/folder_watch.h"

#include <fmt/format.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <set>
#include <system_error>
#include <utility>

#include "base/path.h"

namespace runbookc {
namespace {

constexpr std::uint32_t kEvents = IN_CLOSE_WRITE | IN_ATTRIB | IN_CREATE | IN_DELETE |
                                  IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF |
                                  IN_ONLYDIR | IN_EXCL_UNLINK;
constexpr std::uint32_t kFolderEvents = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO;
constexpr std::size_t kEventBuffer = std::size_t{64} * 1024;

std::string system_text(int error) { return std::system_category().message(error); }

Error no_watch(int error) {
  if (error == EMFILE) {
    return {"the system allows this user no more watches (inotify instances)",
            "end other programs that watch files, or raise fs.inotify.max_user_instances with "
            "sysctl"};
  }
  if (error == ENOSPC) {
    return {"the system allows this user no more watched folders (inotify watches)",
            "raise fs.inotify.max_user_watches with sysctl, or narrow the content root"};
  }
  return {fmt::format("cannot watch the project's folders: {}", system_text(error)), ""};
}

// A folder that is not there yet, or that one may not look into, is no failure.
bool is_passing(int error) {
  return error == ENOENT || error == ENOTDIR || error == EACCES || error == ELOOP;
}

}  // namespace

// What was read from the system at one time.
struct FolderWatch::Batch {
  std::set<std::string> paths;
  bool folders_changed = false;
  bool lost = false;
};

Result<FolderWatch> FolderWatch::start(const std::string& root, WatchPlan plan) {
  const int descriptor = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (descriptor < 0) return no_watch(errno);
  FolderWatch watch(root, descriptor);
  const Status followed = watch.follow(std::move(plan));
  if (!followed) return followed.error();
  return watch;
}

FolderWatch::FolderWatch(std::string root, int descriptor)
    : root_(std::move(root)), files_(disk_files(root_)), descriptor_(descriptor) {}

FolderWatch::FolderWatch(FolderWatch&& other) noexcept
    : root_(std::move(other.root_)),
      files_(std::move(other.files_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      plan_(std::move(other.plan_)),
      complete_(other.complete_),
      folders_(std::move(other.folders_)) {}

FolderWatch& FolderWatch::operator=(FolderWatch&& other) noexcept {
  std::swap(root_, other.root_);
  std::swap(files_, other.files_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(plan_, other.plan_);
  std::swap(complete_, other.complete_);
  std::swap(folders_, other.folders_);
  return *this;
}

FolderWatch::~FolderWatch() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::string FolderWatch::on_disk(std::string_view path) const {
  if (path.starts_with('/')) return std::string(path);
  return path.empty() ? root_ : root_ + "/" + std::string(path);
}

Status FolderWatch::follow(WatchPlan plan) {
  const bool watched = complete_ && same_places(plan, plan_);
  plan_ = std::move(plan);
  return watched ? Status(Done{}) : renew();
}

// Watches all folders anew. A folder that is watched already keeps its number and gets its present
// name, so that moved ones need no care of their own.
Status FolderWatch::renew() {
  const std::map<int, std::string> before = std::exchange(folders_, {});
  Status status = Done{};
  for (const std::string& folder : folders_on_the_way(plan_)) {
    if (status) status = add(folder, false);
  }
  for (const std::string& tree : plan_.trees) {
    if (status) status = add_tree(tree);
  }
  complete_ = status.ok();
  if (complete_) {
    for (const auto& [number, folder] : before) {
      if (!folders_.contains(number)) ::inotify_rm_watch(descriptor_, number);
    }
  } else {
    // What was watched goes on being watched, under its old name.
    folders_.insert(before.begin(), before.end());
  }
  return status;
}

Status FolderWatch::add(const std::string& folder, bool below_tree) {
  const std::uint32_t events = kEvents | (below_tree ? std::uint32_t{IN_DONT_FOLLOW} : 0);
  const int number = ::inotify_add_watch(descriptor_, on_disk(folder).c_str(), events);
  if (number >= 0) {
    folders_[number] = folder;
    return Done{};
  }
  if (is_passing(errno)) return Done{};
  return no_watch(errno);
}

// Each folder is watched before it is listed: what comes into it in between is one or the other.
Status FolderWatch::add_tree(const std::string& tree) {
  std::vector<std::string> pending = {tree};
  while (!pending.empty()) {
    const std::string folder = std::move(pending.back());
    pending.pop_back();
    const Status added = add(folder, folder != tree);
    if (!added) return added;
    const auto entries = files_->list(folder);
    if (!entries) continue;
    for (const FolderEntry& entry : *entries) {
      std::string path = join_path(folder, entry.name);
      const bool is_folder = entry.kind == FileKind::folder && !entry.is_link;
      if (is_folder && !is_left_out(plan_, path)) pending.push_back(std::move(path));
    }
  }
  return Done{};
}

// A file that was just created and is still being written: it shows when it is closed. Links need
// no writing.
bool FolderWatch::is_new_writing(const std::string& path) const {
  struct stat status{};
  if (::lstat(on_disk(path).c_str(), &status) != 0) return false;
  return S_ISREG(status.st_mode) && status.st_nlink == 1;
}

void FolderWatch::read_events(std::string_view bytes, Batch& batch) const {
  while (bytes.size() >= sizeof(inotify_event)) {
    inotify_event event{};
    std::memcpy(&event, bytes.data(), sizeof event);
    const std::string_view field = bytes.substr(sizeof event, event.len);
    bytes.remove_prefix(std::min(bytes.size(), sizeof event + event.len));
    if ((event.mask & IN_Q_OVERFLOW) != 0) batch.lost = true;
    const auto folder = folders_.find(event.wd);
    if (folder == folders_.end() || (event.mask & IN_IGNORED) != 0) continue;
    const std::string_view name = field.substr(0, field.find('\0'));
    const std::string path =
        name.empty() ? folder->second
                     : folder->second + (folder->second.empty() ? "" : "/") + std::string(name);
    if (!is_watched(plan_, path)) continue;
    const bool is_folder = (event.mask & IN_ISDIR) != 0 || name.empty();
    if (is_folder && (event.mask & (kFolderEvents | IN_DELETE_SELF | IN_MOVE_SELF)) != 0) {
      batch.folders_changed = true;
    }
    if (!is_folder && (event.mask & IN_CREATE) != 0 && is_new_writing(path)) continue;
    batch.paths.insert(path);
  }
}

Result<FolderChanges> FolderWatch::take() {
  Batch batch;
  alignas(inotify_event) std::array<char, kEventBuffer> buffer{};
  for (;;) {
    const ssize_t count = ::read(descriptor_, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    read_events({buffer.data(), static_cast<std::size_t>(count)}, batch);
  }
  if (batch.folders_changed || batch.lost) {
    const Status renewed = renew();
    if (!renewed) return renewed.error();
  }
  return FolderChanges{.paths = {batch.paths.begin(), batch.paths.end()}, .lost = batch.lost};
}

}  // namespace runbookc
