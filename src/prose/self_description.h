// The parts of a document in which it speaks of itself, not of its subject.
#pragma once

#include <vector>

#include "model/document.h"

namespace runbookc {

struct BlockRange {
  Index begin = 0;
  Index end = 0;  // one past the last
  // A text like any other that happens to end the document: when it was touched may stand there,
  // but not who owns it.
  bool dates_only = false;
};

// What stands before the first section below the title; sections such as "Document Control"; the
// first section, if it is an overview; what follows the last thematic break, or else the last
// paragraph. Disjoint and ascending.
std::vector<BlockRange> self_description(const Document& document);

}  // namespace runbookc
