#include "emit/pages_by_owner.h"

namespace runbookc {

std::vector<std::vector<Index>> pages_by_owner(const Corpus& corpus) {
  std::vector<std::vector<Index>> pages(corpus.owners.owners().size());
  for (Index i = 0; i < corpus.pages.size(); ++i) {
    if (!corpus.pages[i].published) continue;
    for (const Index owner : corpus.pages[i].owners) {
      // An owner named twice, by id and by alias, has the page once.
      if (owner == kNone || (!pages[owner].empty() && pages[owner].back() == i)) continue;
      pages[owner].push_back(i);
    }
  }
  return pages;
}

}  // namespace runbookc
