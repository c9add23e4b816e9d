// Where files went that are not at their old paths any more, as far as somebody knows it who has
// the project's history. A value; paths are relative to the project root.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace runbookc {

class RenameMap {
 public:
  struct NewPlace {
    std::string path;
    bool sure = false;  // false: the file at `path` is only much like the one that went
  };

  void enter(std::string_view old_path, std::string_view new_path, bool sure);

  // Where that went which links called `path`: the file's path, for a document also without ending
  // or as the page that was built of it, for an index its folder. Null if nobody knows.
  const NewPlace* find(std::string_view path) const;
  // Where the file now at `path` was; "" if it was there, or nobody knows.
  std::string_view old_path(std::string_view path) const;

 private:
  std::map<std::string, NewPlace, std::less<>> by_path_;
  std::map<std::string, NewPlace, std::less<>> by_other_name_;
  std::map<std::string, std::string, std::less<>> old_paths_;
};

}  // namespace runbookc
