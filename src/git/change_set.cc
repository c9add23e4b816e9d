#include "git/change_set.h"

#include <algorithm>

#include "base/path.h"

namespace runbookc {

const FileChange* ChangeSet::find(std::string_view path) const {
  static const FileChange new_file = {.whole = true};
  const auto found = files.find(path);
  if (found != files.end()) return &found->second;
  const bool is_new = std::ranges::any_of(
      new_folders, [&](const std::string& folder) { return is_inside(path, folder); });
  return is_new ? &new_file : nullptr;
}

}  // namespace runbookc
