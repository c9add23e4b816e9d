// Folders by the paths in them, in as many steps as a path has names.
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "adopt/folder_types.h"

namespace runbookc {

using FolderSet = std::set<std::string, std::less<>>;  // "" holds everything

// Whether `path` is one of `folders`, or lies in one.
bool is_inside_any(std::string_view path, const FolderSet& folders);

// "db/**" -> "db"; "" for all else.
std::string_view folder_of_glob(std::string_view glob);

class FolderLookup {
 public:
  // Globs are "FOLDER/**", "**" and "**/NAME". `types` outlives the lookup.
  explicit FolderLookup(const std::vector<FolderType>& types);

  // The first type whose glob matches the path; null if none does.
  const FolderType* find(std::string_view path) const;

 private:
  using Places = std::unordered_map<std::string, std::size_t>;
  std::size_t place_in(const Places& places, std::string_view key) const;

  const std::vector<FolderType>& types_;
  Places by_folder_, by_name_;
};

}  // namespace runbookc
