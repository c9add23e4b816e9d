// The parts of a document in which it speaks of itself, not of its subject.
#pragma once

#include <cstdint>
#include <vector>

#include "model/document.h"

namespace runbookc {

// How far a part of a document is about the document.
enum class SelfScope : std::uint8_t {
  itself,        // all of it
  with_subject,  // of its subject, too: a version there may be that of the service
  // A text like any other that happens to end the document: when it was touched may stand there,
  // but not who owns it.
  dates_only,
};

struct BlockRange {
  Index begin = 0;
  Index end = 0;  // one past the last
  SelfScope scope = SelfScope::itself;
};

// What stands before the first section below the title, and before any code; without a title, the
// first block alone, if it is a paragraph, a list or a table. Sections such as "Document Control";
// "Ownership", and the first section, if it is an overview; what follows the last thematic break,
// or else the last paragraph. Disjoint and ascending.
std::vector<BlockRange> self_description(const Document& document);

}  // namespace runbookc
