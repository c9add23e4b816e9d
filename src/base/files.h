// The one seam to the disk for reading. Stages take a `const Files&`; tests pass MemoryFiles.
//
// Paths are relative to the root that the object was made with, in the form of base/path.h. No call
// follows a symbolic link out of that root, blocks on a pipe, or opens a device.
// Thread-safe for concurrent calls.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace runbookc {

enum class FileKind : std::uint8_t { missing, file, folder, other };

// Why a file could not be read. `none` means that `bytes` holds it whole.
enum class ReadFailure : std::uint8_t {
  none,
  missing,
  permission,
  is_folder,
  not_regular,    // pipe, socket, device
  dangling_link,  // a symbolic link to nothing, or in a circle
  escaping_link,  // a symbolic link whose target is outside the root
  too_large,      // over the caller's limit; `size` tells how large
  io_error,
};

struct FileTime {
  std::int64_t seconds = 0;  // since 1970
  std::int64_t nanoseconds = 0;

  friend bool operator==(const FileTime&, const FileTime&) = default;
};

// What a file system tells of a regular file without its bytes. Whoever changes them changes this,
// but for two changes within a tick of the clock, and for what is written through a memory map.
struct FileStamp {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::uint64_t size = 0;
  FileTime modified = {};
  FileTime changed = {};  // by this machine's clock; nobody can set it back

  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

struct ReadOutcome {
  std::string bytes;
  ReadFailure failure = ReadFailure::none;
  std::uint64_t size = 0;
  // Of the file before it was read; nothing where times may be those of another machine's clock.
  std::optional<FileStamp> stamp = {};
};

struct FolderEntry {
  std::string name;
  FileKind kind = FileKind::other;  // of what a link leads to; `missing` for a dangling link
  bool is_link = false;
  bool escapes = false;  // a link that leads out of the root
  std::string target;    // of a link to something within the root: that thing's real path
};

class Files {
 public:
  virtual ~Files() = default;
  // Reads at most `limit` bytes; a larger file is `too_large` and its bytes are not read.
  virtual ReadOutcome read(std::string_view path, std::uint64_t limit) const = 0;
  // The entries, sorted by name (byte order). An Error if it is no folder or cannot be listed.
  virtual Result<std::vector<FolderEntry>> list(std::string_view folder) const = 0;
  // `other` for what lies outside the root through a link.
  virtual FileKind kind(std::string_view path) const = 0;
  // Of a regular file that is no link; nothing for what else there may be.
  virtual std::optional<FileStamp> stamp(std::string_view) const { return std::nullopt; }
};

// Files under `root`, an existing folder given as an absolute or working-directory path.
std::unique_ptr<Files> disk_files(std::string_view root);

// A tree in memory: path to bytes. Folders exist because something is in them.
class MemoryFiles final : public Files {
 public:
  explicit MemoryFiles(std::map<std::string, std::string, std::less<>> files);
  ReadOutcome read(std::string_view path, std::uint64_t limit) const override;
  Result<std::vector<FolderEntry>> list(std::string_view folder) const override;
  FileKind kind(std::string_view path) const override;

 private:
  std::map<std::string, std::string, std::less<>> files_;
};

}  // namespace runbookc
