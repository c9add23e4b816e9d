#include "unit/cli/faulty_disk.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

namespace runbookc {
namespace {

void remove_one_file(const std::string& folder) {
  std::error_code ignored;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, ignored)) {
    if (!entry.is_regular_file()) continue;
    std::filesystem::remove(entry.path());
    return;
  }
}

}  // namespace

int FaultyDisk::count(const char* what) {
  const std::lock_guard lock(mutex_);
  const std::size_t number = calls_++;
  if (number != fault_.at && !(fault_.dies && number > fault_.at)) return 0;
  if (failed_.empty()) failed_ = what;
  return fault_.error;
}

int FaultyDisk::try_make_folder(const std::string& path) {
  const int failure = count("make folder");
  return failure != 0 ? failure : OutputDisk::try_make_folder(path);
}

OpenOutcome FaultyDisk::try_create_file(const std::string& path) {
  const int failure = count("create");
  if (failure != 0) return {.descriptor = -1, .failure = failure};
  return OutputDisk::try_create_file(path);
}

TransferOutcome FaultyDisk::try_write(int descriptor, std::string_view bytes) {
  const int failure = count("write");
  // What a signal interrupts has written nothing; else its count would be told.
  if (failure == EINTR) return {.count = 0, .failure = failure};
  if (failure == 0) {
    return OutputDisk::try_write(descriptor, bytes.substr(0, fault_.most_bytes));
  }
  OutputDisk::try_write(descriptor, bytes.substr(0, bytes.size() / 2));
  return {.count = 0, .failure = failure};
}

int FaultyDisk::try_close(int descriptor) {
  const int failure = count("close");
  const int closed = OutputDisk::try_close(descriptor);
  return failure != 0 ? failure : closed;
}

OpenOutcome FaultyDisk::try_open_folder(const std::string& path) {
  const int failure = count("open folder");
  if (failure != 0) return {.descriptor = -1, .failure = failure};
  return OutputDisk::try_open_folder(path);
}

OpenOutcome FaultyDisk::try_open_beneath(int folder, const std::string& path) {
  const int failure = count("open old");
  if (failure != 0) return {.descriptor = -1, .failure = failure};
  return OutputDisk::try_open_beneath(folder, path);
}

TransferOutcome FaultyDisk::try_read(int descriptor, std::uint64_t offset, std::span<char> bytes) {
  const int failure = count("read old");
  if (failure != 0) return {.count = 0, .failure = failure};
  return OutputDisk::try_read(descriptor, offset,
                              bytes.first(std::min(bytes.size(), fault_.most_bytes)));
}

int FaultyDisk::try_link(int descriptor, const std::string& path) {
  const int failure = count("link");
  return failure != 0 ? failure : OutputDisk::try_link(descriptor, path);
}

int FaultyDisk::try_rename(const std::string& from, const std::string& to, RenameMode mode) {
  const int failure = count("rename");
  if (failure != 0) return failure;
  if (fault_.knows_plain_renames && mode != RenameMode::plain) return EINVAL;
  return OutputDisk::try_rename(from, to, mode);
}

int FaultyDisk::try_remove_file(const std::string& path) {
  const int failure = count("remove");
  return failure != 0 ? failure : OutputDisk::try_remove_file(path);
}

int FaultyDisk::try_remove_tree(const std::string& folder) {
  const int failure = count("remove");
  if (failure == 0) return OutputDisk::try_remove_tree(folder);
  // After its death a program removes nothing; at that moment it is amid the work.
  if (calls() == fault_.at + 1 && failure != EINTR) remove_one_file(folder);
  return failure;
}

int FaultyDisk::try_copy_permissions(const std::string& from, const std::string& to) {
  const int failure = count("permissions");
  return failure != 0 ? failure : OutputDisk::try_copy_permissions(from, to);
}

int FaultyDisk::try_sync_file_system(const std::string& /*folder*/) { return count("sync"); }

int FaultyDisk::try_sync_names(const std::string& /*folder*/) { return count("sync names"); }

OpenOutcome FaultyDisk::try_open_lock(const std::string& path) {
  const int failure = count("open lock");
  if (failure != 0) return {.descriptor = -1, .failure = failure};
  return OutputDisk::try_open_lock(path);
}

int FaultyDisk::try_lock(int descriptor) {
  const int failure = count("lock");
  return failure != 0 ? failure : OutputDisk::try_lock(descriptor);
}

}  // namespace runbookc
