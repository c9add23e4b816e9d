#include "adopt/folder_lookup.h"

#include <algorithm>

#include "base/path.h"

namespace runbookc {
namespace {

constexpr std::string_view kAnyName = "**/";
constexpr std::string_view kAllBelow = "/**";

}  // namespace

bool is_inside_any(std::string_view path, const FolderSet& folders) {
  while (!folders.contains(path)) {
    if (path.empty()) return false;
    path = parent_path(path);
  }
  return true;
}

std::string_view folder_of_glob(std::string_view glob) {
  return glob.ends_with(kAllBelow) ? glob.substr(0, glob.size() - kAllBelow.size()) : "";
}

FolderLookup::FolderLookup(const std::vector<FolderType>& types) : types_(types) {
  for (std::size_t i = 0; i < types.size(); ++i) {
    const std::string_view glob = types[i].glob;
    if (glob.starts_with(kAnyName)) {
      by_name_.try_emplace(std::string(glob.substr(kAnyName.size())), i);
    } else {
      by_folder_.try_emplace(std::string(folder_of_glob(glob)), i);
    }
  }
}

std::size_t FolderLookup::place_in(const Places& places, std::string_view key) const {
  const auto found = places.find(std::string(key));
  return found == places.end() ? types_.size() : found->second;
}

const FolderType* FolderLookup::find(std::string_view path) const {
  std::size_t first = place_in(by_name_, file_name(path));
  while (!path.empty()) {
    path = parent_path(path);
    first = std::min(first, place_in(by_folder_, path));
  }
  return first == types_.size() ? nullptr : &types_[first];
}

}  // namespace runbookc
