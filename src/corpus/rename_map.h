// Where files went that are not at their old paths any more, and which lines were written since, as
// far as somebody knows it who has the project's history. A value; paths are relative to the
// project root.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace runbookc {

class RenameMap {
 public:
  struct Place {
    std::string path;
    bool sure = false;  // false: the file at `path` is only much like the one that moved
  };

  RenameMap() = default;
  // `endings` are those of documents, as the project has them.
  explicit RenameMap(std::vector<std::string> endings) : endings_(std::move(endings)) {}

  void enter(std::string_view old_path, std::string_view new_path, bool sure);
  // In the file now at `path` this line (ended by LF, without it) was written since; or all of it.
  void enter_line(std::string_view path, std::string line);
  void enter_whole(std::string_view path);

  bool empty() const { return by_path_.empty(); }
  // Where that went which links called `path`: the file's path, for a document also without ending
  // or as the page that was built of it, for an index its folder. Null if nobody knows.
  const Place* find(std::string_view path) const;
  // Where the file now at `path` was; null if it was there, or nobody knows.
  const Place* old_place(std::string_view path) const;
  // Whether such a line of the file now at `path` may have been written since.
  bool is_new(std::string_view path, std::string_view line) const;

 private:
  struct NewText {
    bool whole = false;
    std::set<std::string, std::less<>> lines;
  };

  std::vector<std::string> other_names(std::string_view path) const;

  std::vector<std::string> endings_;
  std::map<std::string, Place, std::less<>> by_path_;
  std::map<std::string, Place, std::less<>> by_other_name_;
  std::map<std::string, Place, std::less<>> old_places_;
  std::map<std::string, NewText, std::less<>> new_text_;
};

}  // namespace runbookc
