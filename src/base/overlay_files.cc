#include "base/overlay_files.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace runbookc {

ReadOutcome OverlayFiles::read(std::string_view path, std::uint64_t limit) const {
  const auto found = bytes_.find(path);
  if (found == bytes_.end()) return below_.read(path, limit);
  const std::uint64_t size = found->second.size();
  if (size > limit) return {.bytes = {}, .failure = ReadFailure::too_large, .size = size};
  return {.bytes = found->second, .failure = ReadFailure::none, .size = size};
}

// What stands in `folder` because of the bytes on top, sorted, once each.
std::vector<FolderEntry> OverlayFiles::entries_above(std::string_view folder) const {
  const std::string prefix = folder.empty() ? "" : std::string(folder) + "/";
  std::vector<FolderEntry> entries;
  for (auto at = bytes_.lower_bound(prefix); at != bytes_.end(); ++at) {
    if (!at->first.starts_with(prefix)) break;
    const std::string_view rest = std::string_view(at->first).substr(prefix.size());
    const std::size_t slash = rest.find('/');
    const std::string_view name = rest.substr(0, slash);
    if (!entries.empty() && entries.back().name == name) continue;
    const bool is_file = slash == std::string_view::npos;
    entries.push_back({.name = std::string(name),
                       .kind = is_file ? FileKind::file : FileKind::folder,
                       .target = {}});
  }
  return entries;
}

bool OverlayFiles::is_new_folder(std::string_view path) const {
  const std::string prefix = std::string(path) + "/";
  const auto inside = bytes_.lower_bound(prefix);
  return inside != bytes_.end() && inside->first.starts_with(prefix) &&
         below_.kind(path) == FileKind::missing;
}

Result<std::vector<FolderEntry>> OverlayFiles::list(std::string_view folder) const {
  auto entries = is_new_folder(folder)
                     ? Result<std::vector<FolderEntry>>(std::vector<FolderEntry>{})
                     : below_.list(folder);
  if (!entries) return entries;
  const std::size_t from_below = entries->size();
  for (FolderEntry& entry : entries_above(folder)) {
    const auto end = entries->begin() + static_cast<std::ptrdiff_t>(from_below);
    const auto same =
        std::ranges::lower_bound(entries->begin(), end, entry.name, {}, &FolderEntry::name);
    if (same == end || same->name != entry.name) entries->push_back(std::move(entry));
  }
  std::ranges::sort(*entries, {}, &FolderEntry::name);
  return entries;
}

FileKind OverlayFiles::kind(std::string_view path) const {
  if (bytes_.contains(path)) return FileKind::file;
  return is_new_folder(path) ? FileKind::folder : below_.kind(path);
}

std::optional<FileStamp> OverlayFiles::stamp(std::string_view path) const {
  return bytes_.contains(path) ? std::nullopt : below_.stamp(path);
}

}  // namespace runbookc
