#include "base/files.h"
#include "base/path.h"

namespace runbookc {
namespace {

using Tree = std::map<std::string, std::string, std::less<>>;

std::string as_prefix(std::string_view folder) {
  return folder.empty() ? std::string() : std::string(folder) + "/";
}

// The first file at or after `key`, if it lies in the folder.
Tree::const_iterator first_in(const Tree& files, std::string_view prefix, std::string_view key) {
  const auto found = files.lower_bound(key);
  return found != files.end() && found->first.starts_with(prefix) ? found : files.end();
}

}  // namespace

MemoryFiles::MemoryFiles(Tree files) : files_(std::move(files)) {}

FileKind MemoryFiles::kind(std::string_view path) const {
  if (path.empty()) return FileKind::folder;
  if (files_.contains(path)) return FileKind::file;
  const std::string prefix = as_prefix(path);
  return first_in(files_, prefix, prefix) == files_.end() ? FileKind::missing : FileKind::folder;
}

ReadOutcome MemoryFiles::read(std::string_view path, std::uint64_t limit) const {
  const auto found = files_.find(path);
  if (found == files_.end()) {
    const bool folder = kind(path) == FileKind::folder;
    return {{}, folder ? ReadFailure::is_folder : ReadFailure::missing, 0};
  }
  const std::uint64_t size = found->second.size();
  if (size > limit) return {{}, ReadFailure::too_large, size};
  return {found->second, ReadFailure::none, size};
}

Result<std::vector<FolderEntry>> MemoryFiles::list(std::string_view folder) const {
  if (kind(folder) != FileKind::folder) {
    return Error{"cannot list '" + std::string(folder) + "': it is no folder", ""};
  }
  const std::string prefix = as_prefix(folder);
  std::map<std::string, FileKind> kinds;  // "a-b" sorts before "a/b", but "a" before "a-b"
  auto next = first_in(files_, prefix, prefix);
  while (next != files_.end()) {
    const std::string_view rest = std::string_view(next->first).substr(prefix.size());
    const std::string name(rest.substr(0, rest.find('/')));
    const bool is_folder = name.size() < rest.size();
    kinds.emplace(name, is_folder ? FileKind::folder : FileKind::file);
    // '0' comes right after '/': what is below a folder is skipped in one step.
    const std::string after = prefix + name + (is_folder ? std::string("0") : std::string(1, '\0'));
    next = first_in(files_, prefix, after);
  }
  std::vector<FolderEntry> entries;
  entries.reserve(kinds.size());
  for (const auto& [name, kind] : kinds) {
    entries.push_back(
        {.name = name, .kind = kind, .is_link = false, .escapes = false, .target = {}});
  }
  return entries;
}

}  // namespace runbookc
