// A set of paths, asked by the names under which links may mean them.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace runbookc {

// A link may leave out a document's ending, name the built page, name a folder for its index, and
// differ in case. Paths are relative to the project root.
class PathNames {
 public:
  // `endings` are those of documents, as the project has them.
  explicit PathNames(std::vector<std::string> endings) : endings_(std::move(endings)) {}

  // The folders above it count, too.
  void insert(std::string_view path);
  bool contains(std::string_view path) const;

 private:
  std::optional<std::string_view> stem_of(std::string_view lower_path) const;

  std::vector<std::string> endings_;
  // In lower case; of documents without their endings in `stems_`.
  std::set<std::string, std::less<>> paths_;
  std::set<std::string, std::less<>> stems_;
};

}  // namespace runbookc
