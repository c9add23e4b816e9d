// What a broken link may have meant.
//
// Thread-safe; answers do not depend on the order of the questions.
#pragma once

#include <string>
#include <string_view>

#include "corpus/corpus.h"
#include "corpus/link_place.h"
#include "corpus/target_locator.h"

namespace runbookc {

struct LinkSuggestion {
  std::string target;  // to be written in the link's place; "" if there is none
  bool sure = false;   // nothing else fits
};

// The target that leads to `path`, read from `base`, in the manner of the original: `./` and `/`
// in front, a slash at the end, query and fragment stay.
std::string spell_target(const LinkPlace& place, std::string_view base, std::string_view path);

class LinkSuggester {
 public:
  LinkSuggester(const Corpus& corpus, const PageDirectory& directory, const FolderCache& disk,
                const TargetLocator& locator, const RenameMap& renames)
      : corpus_(corpus), directory_(directory), disk_(disk), locator_(locator), renames_(renames) {}

  // For a link to `path`, where nothing is.
  LinkSuggestion suggest(const LinkPlace& place, const std::string& path) const;

  // The page whose file is called `name`, in whatever folder, as Hugo looks for a `ref` without a
  // slash; kNone if there is none, or `name` is a path.
  Index page_named(std::string_view name) const;

 private:
  struct Guess {
    std::string path;  // relative to the project root; "" if there is none
    bool sure = false;
  };
  std::string as_target(const std::string& path) const;
  Guess moved(const LinkPlace& place, const std::string& path) const;
  bool is_new(const LinkPlace& place) const;
  Guess by_what_is_there(const LinkPlace& place, const std::string& path) const;
  Guess mended(const LinkPlace& place, const std::string& path) const;
  Guess renamed(const LinkPlace& place, const std::string& path) const;
  Guess neighbour(const LinkPlace& place, const std::string& path) const;
  Guess similar(const LinkPlace& place, const std::string& path) const;
  std::string other_depth(const LinkPlace& place, std::string_view path) const;
  std::string existing(std::string_view base, std::string_view path) const;

  const Corpus& corpus_;
  const PageDirectory& directory_;
  const FolderCache& disk_;
  const TargetLocator& locator_;
  const RenameMap& renames_;
};

}  // namespace runbookc
