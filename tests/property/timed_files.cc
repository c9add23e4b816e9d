#include "property/timed_files.h"

#include <algorithm>
#include <array>

namespace runbookc {

// As file systems do, the lowest: that of a file which is gone comes back.
std::uint64_t TimedFiles::free_inode() const {
  std::uint64_t inode = 1;
  while (
      std::ranges::any_of(stamps_, [&](const auto& file) { return file.second.inode == inode; })) {
    ++inode;
  }
  return inode;
}

void TimedFiles::rewrite(FileStamp& stamp, std::size_t size) {
  if (below(2) == 0) stamp.inode = free_inode();
  if (below(2) == 0) stamp.modified = {.seconds = now_};
  stamp.changed = {.seconds = now_};
  stamp.size = size;
}

void TimedFiles::become(const TextByPath& texts) {
  static constexpr std::array<std::int64_t, 6> kPasses = {0, 0, 1, 2, 3, 100};
  now_ += kPasses.at(below(kPasses.size()));
  std::erase_if(stamps_, [&](const auto& file) { return !texts.contains(file.first); });
  for (const auto& [path, text] : texts) {
    const auto [known, is_new] = stamps_.try_emplace(path);
    if (is_new) known->second = {.device = 1, .modified = {.seconds = now_}};
    if (is_new) known->second.inode = free_inode();
    if (is_new || texts_.read(path, text.size()).bytes != text) {
      rewrite(known->second, text.size());
    }
  }
  texts_ = MemoryFiles(texts);
  now_ += kPasses.at(below(kPasses.size()));
  reads_ = 0;
}

ReadOutcome TimedFiles::read(std::string_view path, std::uint64_t limit) const {
  ++reads_;
  ReadOutcome outcome = texts_.read(path, limit);
  if (outcome.failure == ReadFailure::none) outcome.stamp = stamp(path);
  return outcome;
}

Result<std::vector<FolderEntry>> TimedFiles::list(std::string_view folder) const {
  return texts_.list(folder);
}

FileKind TimedFiles::kind(std::string_view path) const { return texts_.kind(path); }

std::optional<FileStamp> TimedFiles::stamp(std::string_view path) const {
  const auto known = stamps_.find(path);
  return known == stamps_.end() ? std::nullopt : std::optional(known->second);
}

}  // namespace runbookc
