#include "base/overlay_files.h"

#include <algorithm>

#include "base/path.h"

namespace runbookc {

ReadOutcome OverlayFiles::read(std::string_view path, std::uint64_t limit) const {
  const auto found = bytes_.find(path);
  if (found == bytes_.end()) return below_.read(path, limit);
  const std::uint64_t size = found->second.size();
  if (size > limit) return {.bytes = {}, .failure = ReadFailure::too_large, .size = size};
  return {.bytes = found->second, .failure = ReadFailure::none, .size = size};
}

Result<std::vector<FolderEntry>> OverlayFiles::list(std::string_view folder) const {
  auto entries = below_.list(folder);
  if (!entries) return entries;
  for (const auto& [path, bytes] : bytes_) {
    if (parent_path(path) != folder) continue;
    const std::string_view name = file_name(path);
    if (std::ranges::find(*entries, name, &FolderEntry::name) != entries->end()) continue;
    entries->push_back({.name = std::string(name), .kind = FileKind::file, .target = {}});
  }
  std::ranges::sort(*entries, {}, &FolderEntry::name);
  return entries;
}

FileKind OverlayFiles::kind(std::string_view path) const {
  return bytes_.contains(path) ? FileKind::file : below_.kind(path);
}

}  // namespace runbookc
