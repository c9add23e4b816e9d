#include "emit/review_list.h"

#include <algorithm>
#include <utility>

namespace runbookc {

std::vector<Index> pages_by_review(const Corpus& corpus, bool undated_too) {
  std::vector<Index> dated;
  std::vector<Index> undated;
  for (Index i = 0; i < corpus.pages.size(); ++i) {
    const Page& page = corpus.pages[i];
    if (!page.published) continue;
    const DocumentType* type = corpus.type_of(page);
    if (page.review.due) {
      dated.push_back(i);
    } else if (undated_too && type != nullptr && !type->sections.empty()) {
      undated.push_back(i);
    }
  }
  std::ranges::sort(dated, {}, [&](Index i) { return std::pair(*corpus.pages[i].review.due, i); });
  dated.insert(dated.end(), undated.begin(), undated.end());
  return dated;
}

}  // namespace runbookc
