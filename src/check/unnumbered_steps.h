// Bullet lists that are steps of a procedure in all but their numbers.
#pragma once

#include <vector>

#include "check/context.h"

namespace runbookc {

// The bullet lists (blocks), outside of other lists, that stand in a section whose contract asks
// for steps and that has none; ascending. They have three items at least, each of which begins with
// an imperative ("Drain the node") or a command; no task lists, nor what the text before the list
// calls a choice, an input or a requirement. Linear in the page for each contracted section.
std::vector<Index> unnumbered_step_lists(const PageContext& context);

}  // namespace runbookc
