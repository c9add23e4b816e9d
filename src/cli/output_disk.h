// The one seam to the disk for writing a site. Reading what it is made of has its own
// (base/files.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace runbookc {

enum class RenameMode : std::uint8_t {
  plain,
  free_name,  // an Error if the new name is taken
  exchange,   // both names exist, and change places at once
};

// What opening came to: a descriptor, or the errno that is why there is none.
struct OpenOutcome {
  int descriptor = -1;
  int failure = 0;
};

struct TransferOutcome {
  std::size_t count = 0;
  int failure = 0;  // errno, or 0
};

// Each function answers with errno, or 0. None is interrupted by a signal, and write() and read()
// do all or fail; the virtual functions are single tries, which a test replaces by ones that fail.
// Thread-safe.
class OutputDisk {
 public:
  OutputDisk() = default;
  OutputDisk(const OutputDisk&) = delete;
  OutputDisk& operator=(const OutputDisk&) = delete;
  virtual ~OutputDisk() = default;

  int make_folder(const std::string& path);
  OpenOutcome create_file(const std::string& path);  // to write it; what exists is EEXIST
  int write(int descriptor, std::string_view bytes);
  int close(int descriptor);
  OpenOutcome open_folder(const std::string& path);  // to open what is beneath it
  // To read it. Follows no link, not even on the way, does not wait for a pipe, and stays on the
  // file system.
  OpenOutcome open_beneath(int folder, const std::string& path);
  int read(int descriptor, std::uint64_t offset, std::span<char> bytes);  // an early end is EIO
  int link(int descriptor, const std::string& path);  // a second name for an open file
  int rename(const std::string& from, const std::string& to, RenameMode mode);
  int remove_file(const std::string& path);
  int remove_tree(const std::string& folder);  // follows no link
  int copy_permissions(const std::string& from, const std::string& to);
  int sync_file_system(const std::string& folder);  // the one it is on, whole
  int sync_names(const std::string& folder);        // what is in it, not in what is in it
  OpenOutcome open_lock(const std::string& path);   // made if need be, to be locked
  int lock(int descriptor);                         // EWOULDBLOCK while somebody else has it

 protected:
  virtual int try_make_folder(const std::string& path);
  virtual OpenOutcome try_create_file(const std::string& path);
  virtual TransferOutcome try_write(int descriptor, std::string_view bytes);
  virtual int try_close(int descriptor);
  virtual OpenOutcome try_open_folder(const std::string& path);
  virtual OpenOutcome try_open_beneath(int folder, const std::string& path);
  virtual TransferOutcome try_read(int descriptor, std::uint64_t offset, std::span<char> bytes);
  virtual int try_link(int descriptor, const std::string& path);
  virtual int try_rename(const std::string& from, const std::string& to, RenameMode mode);
  virtual int try_remove_file(const std::string& path);
  virtual int try_remove_tree(const std::string& folder);
  virtual int try_copy_permissions(const std::string& from, const std::string& to);
  virtual int try_sync_file_system(const std::string& folder);
  virtual int try_sync_names(const std::string& folder);
  virtual OpenOutcome try_open_lock(const std::string& path);
  virtual int try_lock(int descriptor);
};

}  // namespace runbookc
