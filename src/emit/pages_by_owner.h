// Who owns which pages.
#pragma once

#include <vector>

#include "corpus/corpus.h"

namespace runbookc {

// For each owner of the directory, the published pages that name it, ascending.
std::vector<std::vector<Index>> pages_by_owner(const Corpus& corpus);

}  // namespace runbookc
