// Where the project's own files stand on the web, as `site.edit_url` tells.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace runbookc {

struct RepositoryFile {
  std::string path;      // relative to the project root, decoded
  std::string fragment;  // with its `#`; ""
  bool edits = false;    // the URL opens an editor
};

class RepositoryUrl {
 public:
  // `edit_url` holds `{path}`; "" matches nothing.
  explicit RepositoryUrl(std::string_view edit_url);
  // The file or folder of the project's branch that `url` shows, in whatever view of it the usual
  // forges have. Nothing for other branches, and for views that a relative link cannot ask for.
  std::optional<RepositoryFile> find(std::string_view url) const;

 private:
  struct Prefix {
    std::string text;  // without its scheme
    bool edits = false;
  };
  std::vector<Prefix> prefixes_;
};

}  // namespace runbookc
