#include "corpus/folder_cache.h"

#include <algorithm>

#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"

namespace runbookc {
namespace {

constexpr std::size_t kMaxName = 128;  // bytes: longer ones are not worth a guess

std::string with_hyphens(std::string_view name) {
  std::string text = to_lower(name);
  std::ranges::replace_if(text, [](char c) { return c == '_' || c == ' '; }, '-');
  return text;
}

}  // namespace

FolderCache::Folder& FolderCache::folder(std::string_view path) const {
  const std::string key(path);
  const std::scoped_lock lock(mutex_);
  std::unique_ptr<Folder>& slot = folders_[key];
  if (slot) return *slot;
  slot = std::make_unique<Folder>();
  // A folder that cannot be listed is, for a reader, a folder with nothing in it.
  if (Result<std::vector<FolderEntry>> entries = files_.list(key)) {
    slot->entries = std::move(*entries);
  }
  for (std::size_t i = 0; i < slot->entries.size(); ++i) {
    slot->by_lower.try_emplace(to_lower(slot->entries[i].name), i);
  }
  return *slot;
}

// Goes from the folder `at` to the thing called `name` in it; false if there is none.
bool FolderCache::step(DiskEntry& at, std::string_view name) const {
  if (at.kind != FileKind::folder) return false;
  const Folder& listing = folder(at.real);
  auto entry = std::ranges::lower_bound(listing.entries, name, {}, &FolderEntry::name);
  if (entry == listing.entries.end() || entry->name != name) {
    const auto other = listing.by_lower.find(to_lower(name));
    if (other == listing.by_lower.end()) return false;
    entry = listing.entries.begin() + static_cast<std::ptrdiff_t>(other->second);
    at.exact = false;
  }
  at.kind = entry->kind;
  at.path = join_path(at.path, entry->name);
  at.real =
      entry->is_link && !entry->target.empty() ? entry->target : join_path(at.real, entry->name);
  at.escapes = entry->escapes;
  return !at.escapes;
}

DiskEntry FolderCache::find(std::string_view path) const {
  DiskEntry at{.kind = FileKind::folder, .path = {}, .real = {}, .exact = true, .escapes = false};
  if (path.empty()) return at;
  for (const std::string_view name : split(path, '/')) {
    if (step(at, name)) continue;
    if (at.escapes) return at;
    return {};
  }
  return at;
}

std::optional<FolderCache::Neighbour> FolderCache::nearest(std::string_view path,
                                                           std::string_view name) const {
  Folder& listing = folder(path);
  std::call_once(listing.names_made, [&listing] {
    std::vector<std::string> names;
    names.reserve(listing.entries.size());
    for (const FolderEntry& entry : listing.entries) {
      // Hidden files stay in the list, as names that fit nothing, so that indexes agree.
      names.push_back(entry.name.starts_with('.') ? std::string() : entry.name);
    }
    listing.names.emplace(names);
  });
  const std::optional<NearName> near = listing.names->nearest(name);
  if (!near) return std::nullopt;
  return Neighbour{listing.entries[near->index].name, near->sure};
}

std::string FolderCache::only_one_ending_in(std::string_view path, std::string_view name) const {
  const std::string wanted = with_hyphens(name);
  if (wanted.find('-') == std::string::npos) return "";
  Folder& listing = folder(path);
  std::call_once(listing.endings_made, [&listing] {
    for (std::size_t i = 0; i < listing.entries.size(); ++i) {
      const std::string entry = with_hyphens(listing.entries[i].name);
      if (entry.starts_with('.') || entry.size() > kMaxName) continue;
      for (std::size_t at = entry.find('-'); at != std::string::npos;
           at = entry.find('-', at + 1)) {
        const auto [known, is_new] = listing.by_ending.try_emplace(entry.substr(at + 1), i);
        if (!is_new) known->second = listing.entries.size();
      }
    }
  });
  const auto found = listing.by_ending.find(wanted);
  const bool is_one = found != listing.by_ending.end() && found->second < listing.entries.size();
  return is_one ? listing.entries[found->second].name : std::string();
}

}  // namespace runbookc
