// The steps of a procedure (model/block.h says what one is).
#pragma once

#include "model/document.h"

namespace runbookc {

// Fills document.steps, in document order, and the `step` of each code block: the top-level item
// that contains it, else the nearest enclosing section whose heading is a step.
void find_steps(Document& document);

}  // namespace runbookc
