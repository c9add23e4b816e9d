// The published pages in the order in which they are due for review.
#pragma once

#include <vector>

#include "corpus/corpus.h"

namespace runbookc {

// Those with a date, the earliest first; then, with `undated_too`, those whose type has a section
// contract and that have none. Ties are in the order of their paths.
std::vector<Index> pages_by_review(const Corpus& corpus, bool undated_too);

}  // namespace runbookc
