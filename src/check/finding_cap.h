// A bound on what one rule says of one document.
#pragma once

#include <cstddef>
#include <vector>

#include "check/rule.h"

namespace runbookc {

// The first `limit` findings of each path, by place; the rest of a path is one finding more, at the
// place of the first that was left out, so that nothing is dropped in silence. In the order given
// if there are no more than `limit`.
std::vector<Finding> cap_findings(std::vector<Finding> findings, std::size_t limit);

}  // namespace runbookc
