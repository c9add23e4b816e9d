// How paths are shown to a person at a terminal: so that they open from where the person stands.
#pragma once

#include <string>
#include <string_view>

namespace runbookc {

class ShownPaths {
 public:
  // As they are in the project.
  ShownPaths() = default;
  // From the folder `here`; both are absolute and without symbolic links. With `here` "" (a folder
  // that is gone) paths stay as they are in the project.
  ShownPaths(std::string_view root, std::string_view here);

  // Of the file or folder `path`, which is relative to the project root: "../b.md", "." for `here`.
  std::string operator()(std::string_view path) const;

 private:
  bool in_project_ = true;
  std::string root_;  // both without the leading `/`
  std::string here_;
};

}  // namespace runbookc
