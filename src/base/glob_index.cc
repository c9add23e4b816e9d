#include "base/glob_index.h"

#include <algorithm>

#include "base/path.h"

namespace runbookc {
namespace {

// The folder that holds all that the glob matches, as far as its text says it plainly.
std::string_view plain_folder(std::string_view pattern) {
  if (pattern.starts_with('/')) pattern.remove_prefix(1);
  const std::string_view plain = pattern.substr(0, pattern.find_first_of("*?[]{}!\\"));
  const std::size_t slash = plain.rfind('/');
  return slash == std::string_view::npos ? "" : plain.substr(0, slash);
}

}  // namespace

void GlobIndex::add(const Glob& glob) {
  by_folder_[std::string(plain_folder(glob.pattern()))].push_back(count_++);
}

std::vector<std::size_t> GlobIndex::candidates(std::string_view path,
                                               std::string_view other) const {
  std::vector<std::size_t> found;
  const auto take = [&](std::string_view folder) {
    const auto globs = by_folder_.find(std::string(folder));
    if (globs != by_folder_.end()) {
      found.insert(found.end(), globs->second.begin(), globs->second.end());
    }
  };
  take("");
  for (std::string_view folder : {path, other}) {
    while (!(folder = parent_path(folder)).empty()) take(folder);
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace runbookc
