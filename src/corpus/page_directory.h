// Finding pages by what links call them.
//
// Safe to share between threads. Views point into the
// documents and pages that it was made from, which outlive it.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/string_hash.h"
#include "corpus/corpus.h"
#include "corpus/name_index.h"

namespace runbookc {

class PageDirectory {
 public:
  explicit PageDirectory(const Corpus& corpus);

  // Each returns kNone if there is no such page. Paths are relative to the project root.
  Index by_path(std::string_view path) const;
  Index by_path_without_extension(std::string_view path) const;
  Index by_folder(std::string_view folder) const;  // its README, index or _index
  // As the two above, of a page that has another address: only a path in the source leads there.
  Index by_moved(std::string_view path) const;
  Index by_url(std::string_view url) const;
  Index by_old_url(std::string_view url) const;  // one of its `aliases`
  // An address of the dialect's, relative to the content root.
  Index by_route(std::string_view address) const;

  // The same with case ignored; the first in the order of paths.
  Index by_path_ignoring_case(std::string_view path) const;
  Index by_path_without_extension_ignoring_case(std::string_view path) const;
  Index by_folder_ignoring_case(std::string_view folder) const;
  Index by_url_ignoring_case(std::string_view url) const;

  // The page in another folder whose file is called like the last name of `path`, extensions apart.
  // Of several, the one that shares most leading folders with `path`. If neither of the two folders
  // lies in the other, only one in a folder beside that, or the single one of its name, which must
  // say more than "overview". Sure if it is the only one, and its name more than a common word.
  struct Guess {
    Index page = kNone;
    bool sure = false;
  };
  std::optional<Guess> same_name_elsewhere(std::string_view path) const;
  // The page whose file name is nearest to the last name of `path`, if none has that; never sure.
  std::optional<Guess> nearest_name(std::string_view path) const;

  // `path` without a document's extension or `.html`.
  std::string_view without_extension(std::string_view path) const;

 private:
  using Table = StringMap<Index>;
  // What is asked for if no page has the path: made then, since most links are right.
  struct Names {
    Table stems, folders, urls, old_urls, routes, moved;
    Table lower_paths, lower_stems, lower_folders, lower_urls;
    std::unordered_map<std::string, std::size_t> numbers;
    std::vector<std::string> stems_by_number;  // of files, lower case, without extension
    std::vector<std::vector<Index>> pages_by_number;
    std::optional<NameIndex> near;
  };
  const Names& names() const;
  void enter_page(Names& names, Index index) const;
  void enter_stem(Names& names, Index index) const;
  static Index look_up(const Table& table, std::string_view key);

  const Corpus& corpus_;
  std::unordered_map<std::string_view, Index> paths_;
  mutable std::once_flag names_made_;
  mutable std::unique_ptr<const Names> names_;
};

}  // namespace runbookc
