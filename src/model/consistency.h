// Whether the parts of a Document refer to parts that it has.
#pragma once

#include "model/document.h"

namespace runbookc {

// Every index is kNone or within its list, blocks and sections come after their parents and end
// after themselves, and relocations lie in the HTML in ascending order. Whoever walks a consistent
// document neither leaves it nor walks in circles.
bool is_consistent(const Document& document);

}  // namespace runbookc
