#include "corpus/rename_map.h"

#include <vector>

#include "base/path.h"
#include "corpus/corpus.h"

namespace runbookc {
namespace {

// What links may have called a document besides its path.
std::vector<std::string> other_names(std::string_view path) {
  const std::string_view ending = file_extension(path);
  if (ending != ".md" && ending != ".markdown") return {};
  const std::string stem(path.substr(0, path.size() - ending.size()));
  const std::string url = page_url(path);
  std::vector<std::string> names = {stem, stem + ".html", url};
  if (file_name(url) == "index.html") names.emplace_back(parent_path(path));
  return names;
}

}  // namespace

void RenameMap::enter(std::string_view old_path, std::string_view new_path, bool sure) {
  const NewPlace place{std::string(new_path), sure};
  by_path_.insert_or_assign(std::string(old_path), place);
  for (std::string& name : other_names(old_path)) by_other_name_.emplace(std::move(name), place);
  old_paths_.insert_or_assign(std::string(new_path), std::string(old_path));
}

const RenameMap::NewPlace* RenameMap::find(std::string_view path) const {
  if (const auto exact = by_path_.find(path); exact != by_path_.end()) return &exact->second;
  const auto other = by_other_name_.find(path);
  return other == by_other_name_.end() ? nullptr : &other->second;
}

std::string_view RenameMap::old_path(std::string_view path) const {
  const auto found = old_paths_.find(path);
  return found == old_paths_.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace runbookc
