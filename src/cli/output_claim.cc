#include "cli/output_claim.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "cli/file_writer.h"
#include "cli/names_beside.h"
#include "cli/output_ownership.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;

constexpr auto kPause = std::chrono::milliseconds(20);
constexpr auto kPatience = std::chrono::seconds(1);
constexpr const char* kNameAnother = "name a folder that can be written with --out";

// Makes `folder` and those above it; errno, or 0.
int make_folders(OutputDisk& disk, const fs::path& folder) {
  std::vector<fs::path> missing;
  std::error_code problem;
  for (fs::path up = folder; !fs::exists(up, problem) && !problem; up = up.parent_path()) {
    missing.push_back(up);
  }
  for (; !missing.empty(); missing.pop_back()) {
    const int failure = disk.make_folder(missing.back().string());
    if (failure != 0 && failure != EEXIST) return failure;
  }
  return problem.value();
}

// Where the site will really stand: links resolved, its parent made.
Result<std::string> resolve_target(const std::string& folder, OutputDisk& disk) {
  std::error_code problem;
  fs::path whole = fs::absolute(folder, problem).lexically_normal();
  if (whole.filename().empty()) whole = whole.parent_path();
  if (fs::exists(whole, problem)) return fs::canonical(whole, problem).string();
  if (problem) {
    return Error{fmt::format("cannot use {}: {}", whole.string(), problem.message()), kNameAnother};
  }
  std::error_code ignored;
  if (fs::is_symlink(fs::symlink_status(whole, ignored))) {
    return Error{fmt::format("{} is a link to a folder that is not there", whole.string()),
                 "make that folder, or remove the link"};
  }
  const int failure = make_folders(disk, whole.parent_path());
  if (failure != 0) problem.assign(failure, std::system_category());
  const fs::path parent = problem ? fs::path() : fs::canonical(whole.parent_path(), problem);
  if (!problem) return (parent / whole.filename()).string();
  return Error{fmt::format("cannot create {}: {}", whole.parent_path().string(), problem.message()),
               kNameAnother};
}

// One try to take the lock; EWOULDBLOCK while it is somebody else's.
OpenOutcome try_lock(OutputDisk& disk, const std::string& path) {
  const OpenOutcome file = disk.open_lock(path);
  if (file.failure != 0) return file;
  int failure = disk.lock(file.descriptor);
  struct stat state{};
  const bool is_there = ::fstat(file.descriptor, &state) == 0 && state.st_nlink > 0;
  if (is_there && !S_ISREG(state.st_mode)) failure = EINVAL;  // a pipe or a device: never ours
  if (failure == 0 && !is_there) failure = EWOULDBLOCK;       // its owner has just removed it
  if (failure == 0) return file;
  disk.close(file.descriptor);
  return {.descriptor = -1, .failure = failure};
}

Error cannot_lock(const NamesBeside& names, int failure) {
  std::error_code problem;
  if (fs::exists(fs::symlink_status(names.lock(), problem))) {
    return {fmt::format("cannot lock {}: {}", names.lock(), system_message(failure)),
            "a build of another account may have left it: remove it if none is under way"};
  }
  return {fmt::format("cannot create a file in {}: {}", names.parent(), system_message(failure)),
          "the site is made beside its folder, then swapped in; --out names another"};
}

Result<int> wait_for_lock(OutputDisk& disk, const NamesBeside& names,
                          const std::function<void()>& on_wait) {
  const auto start = std::chrono::steady_clock::now();
  bool has_told = false;
  for (;;) {
    const OpenOutcome lock = try_lock(disk, names.lock());
    if (lock.failure == 0) return lock.descriptor;
    if (lock.failure != EWOULDBLOCK) return cannot_lock(names, lock.failure);
    if (!has_told && std::chrono::steady_clock::now() - start >= kPatience) {
      has_told = true;
      on_wait();
    }
    std::this_thread::sleep_for(kPause);
  }
}

bool is_folder(const std::string& path) {
  std::error_code problem;
  return fs::is_directory(fs::symlink_status(path, problem));
}

// A folder of that name may be anybody's.
bool is_old_site(const std::string& path) { return is_folder(path) && is_our_site(path); }

// A run that died between two renames left no target, but the old site whole.
Status put_back(OutputDisk& disk, const NamesBeside& names, const std::string& target) {
  std::error_code problem;
  if (fs::exists(target, problem) || !is_old_site(names.old_site())) return Done{};
  const int failure = disk.rename(names.old_site(), target, RenameMode::plain);
  if (failure == 0) return Done{};
  return Error{fmt::format("cannot put {} back: {}", target, system_message(failure)),
               fmt::format("the site is in {}", names.old_site())};
}

// What cannot be removed now is removed by a later run, and returned.
std::vector<std::string> remove_leftovers(OutputDisk& disk, const NamesBeside& names) {
  std::vector<std::string> leftovers;
  std::error_code problem;
  for (fs::directory_iterator it(names.parent(), problem), end; it != end && !problem;
       it.increment(problem)) {
    const std::string path = it->path().string();
    const bool is_ours = path == names.old_site() ? is_old_site(path) : is_folder(path);
    if (is_ours && names.has(it->path().filename().string())) leftovers.push_back(path);
  }
  std::erase_if(leftovers, [&](std::string& path) {
    const std::string from = path;
    if (from == names.old_site()) path = names.new_name();
    const bool moved = from == path || disk.rename(from, path, RenameMode::plain) == 0;
    if (!moved) path = from;
    return moved && disk.remove_tree(path) == 0;
  });
  return leftovers;
}

}  // namespace

OutputClaim::OutputClaim(std::string target, OutputDisk& disk, int lock)
    : target_(std::move(target)), disk_(disk), lock_(lock) {}

OutputClaim::OutputClaim(OutputClaim&& other) noexcept
    : target_(std::move(other.target_)),
      disk_(other.disk_),
      lock_(std::exchange(other.lock_, -1)),
      leftovers_(std::move(other.leftovers_)) {}

OutputClaim::~OutputClaim() {
  if (lock_ < 0) return;
  disk_.remove_file(NamesBeside(target_).lock());  // before it opens: then it may be another's
  disk_.close(lock_);
}

Result<OutputClaim> OutputClaim::take(const std::string& folder, OutputDisk& disk,
                                      const std::function<void()>& on_wait) {
  auto target = resolve_target(folder, disk);
  if (!target) return target.error();
  const NamesBeside names(*target);
  const Result<int> lock = wait_for_lock(disk, names, on_wait);
  if (!lock) return lock.error();
  OutputClaim claim(*std::move(target), disk, *lock);
  const Status restored = put_back(disk, names, claim.target());
  if (!restored) return restored.error();
  claim.leftovers_ = remove_leftovers(disk, names);
  const Status replaceable = check_replaceable(claim.target());
  if (!replaceable) return replaceable.error();
  return claim;
}

}  // namespace runbookc
