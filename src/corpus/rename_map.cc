#include "corpus/rename_map.h"

#include "base/path.h"
#include "corpus/corpus.h"
#include "corpus/document_stem.h"

namespace runbookc {

// What links may have called a document besides its path.
std::vector<std::string> RenameMap::other_names(std::string_view path) const {
  if (without_ending(path, endings_).size() == path.size()) return {};
  const std::string stem(document_stem(path, endings_));
  const std::string url = page_url(path, endings_);
  std::vector<std::string> names = {stem, stem + ".html", url};
  if (file_name(url) == "index.html") names.emplace_back(parent_path(path));
  return names;
}

void RenameMap::enter(std::string_view old_path, std::string_view new_path, bool sure) {
  const Place place{std::string(new_path), sure};
  by_path_.insert_or_assign(std::string(old_path), place);
  for (std::string& name : other_names(old_path)) by_other_name_.emplace(std::move(name), place);
  old_places_.insert_or_assign(std::string(new_path), Place{std::string(old_path), sure});
}

void RenameMap::enter_line(std::string_view path, std::string line) {
  new_text_[std::string(path)].lines.insert(std::move(line));
}

void RenameMap::enter_whole(std::string_view path) { new_text_[std::string(path)].whole = true; }

const RenameMap::Place* RenameMap::find(std::string_view path) const {
  if (const auto exact = by_path_.find(path); exact != by_path_.end()) return &exact->second;
  const auto other = by_other_name_.find(path);
  return other == by_other_name_.end() ? nullptr : &other->second;
}

const RenameMap::Place* RenameMap::old_place(std::string_view path) const {
  const auto found = old_places_.find(path);
  return found == old_places_.end() ? nullptr : &found->second;
}

bool RenameMap::is_new(std::string_view path, std::string_view line) const {
  const auto found = new_text_.find(path);
  return found != new_text_.end() && (found->second.whole || found->second.lines.contains(line));
}

}  // namespace runbookc
