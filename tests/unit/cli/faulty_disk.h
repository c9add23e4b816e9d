// A disk on which one call goes wrong.
#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <vector>

#include "cli/output_disk.h"

namespace runbookc {

struct DiskFault {
  static constexpr std::size_t kNever = static_cast<std::size_t>(-1);

  std::size_t at = kNever;  // the number of the call that fails, from 0
  int error = 0;            // with this errno
  bool dies = false;        // and so do all that follow, as if the program were killed there
  bool knows_plain_renames = false;  // other ones are EINVAL
  std::size_t most_bytes = kNever;   // that a write or a read takes
};

// Does for the rest what the real one does, but for syncing. A failed write has written half of its
// bytes, a failed removal has removed a file, and what failed to be closed is closed.
class FaultyDisk final : public OutputDisk {
 public:
  explicit FaultyDisk(DiskFault fault) : fault_(fault) {}

  std::size_t calls() const { return calls_; }
  // What the failed call would have done: "write", "rename", …; "" if none failed yet.
  const std::string& failed() const { return failed_; }

 protected:
  int try_make_folder(const std::string& path) override;
  OpenOutcome try_create_file(const std::string& path) override;
  TransferOutcome try_write(int descriptor, std::string_view bytes) override;
  int try_close(int descriptor) override;
  OpenOutcome try_open_folder(const std::string& path) override;
  OpenOutcome try_open_beneath(int folder, const std::string& path) override;
  TransferOutcome try_read(int descriptor, std::uint64_t offset, std::span<char> bytes) override;
  int try_link(int descriptor, const std::string& path) override;
  int try_rename(const std::string& from, const std::string& to, RenameMode mode) override;
  int try_remove_file(const std::string& path) override;
  int try_remove_tree(const std::string& folder) override;
  int try_copy_permissions(const std::string& from, const std::string& to) override;
  int try_sync_file_system(const std::string& folder) override;
  int try_sync_names(const std::string& folder) override;
  OpenOutcome try_open_lock(const std::string& path) override;
  int try_lock(int descriptor) override;

 private:
  // Counts a call: the errno that it fails with, or 0.
  int count(const char* what);

  DiskFault fault_;
  std::mutex mutex_;
  std::size_t calls_ = 0;
  std::string failed_;
};

}  // namespace runbookc
