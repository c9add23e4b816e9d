// Addresses that no document has, since the dialect's system makes their pages itself: tags,
// categories, feeds.
//
// Immutable after construction, hence safe to share between threads.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/glob.h"
#include "corpus/corpus.h"

namespace runbookc {

class GeneratedPages {
 public:
  // `corpus` outlives it, and has its pages.
  explicit GeneratedPages(const Corpus& corpus);

  // `address` is relative to the content root.
  bool holds(std::string_view address) const;

 private:
  void enter_lists(const Value& front_matter);

  const DialectRules& dialect_;
  std::vector<Glob> globs_;
  std::set<std::string, std::less<>> list_routes_;  // of lists in front matter, and their items
};

}  // namespace runbookc
