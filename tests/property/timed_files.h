// Files in memory on a clock of whole seconds, which are changed in all the ways that leave some of
// what a file system tells as it was.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <string_view>

#include "base/files.h"

namespace runbookc {

class TimedFiles final : public Files {
 public:
  using TextByPath = std::map<std::string, std::string, std::less<>>;

  explicit TimedFiles(std::uint32_t seed) : random_(seed) {}

  // Makes the files these, and lets nothing or some seconds pass. Texts that differ are written
  // into the file that is there or into another one that takes its place, and keep the time of the
  // old text or not.
  void become(const TextByPath& texts);
  // Until what is there is old.
  void wait() {
    now_ += 100;
    reads_ = 0;
  }
  std::int64_t now() const { return now_; }
  // How many files were read since the last change, or wait.
  std::size_t reads() const { return reads_; }

  ReadOutcome read(std::string_view path, std::uint64_t limit) const override;
  Result<std::vector<FolderEntry>> list(std::string_view folder) const override;
  FileKind kind(std::string_view path) const override;
  std::optional<FileStamp> stamp(std::string_view path) const override;

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }
  void rewrite(FileStamp& stamp, std::size_t size);
  std::uint64_t free_inode() const;

  std::mt19937 random_;
  std::int64_t now_ = 1'000'000;
  MemoryFiles texts_{TextByPath{}};
  std::map<std::string, FileStamp, std::less<>> stamps_;
  mutable std::atomic<std::size_t> reads_ = 0;
};

}  // namespace runbookc
