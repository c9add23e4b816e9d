// A bound on what a report says of one rule in one document.
#pragma once

#include <cstddef>
#include <vector>

#include "diag/diagnostic.h"

namespace runbookc {

// The first `limit` findings of each rule and path; the rest of them is one finding more, at the
// place of the first that was left out, so that nothing is dropped in silence. To be applied last:
// suppressions, baselines and fixes are about every finding. `diagnostics` are finished, and so is
// the result.
std::vector<Diagnostic> cap_findings(std::vector<Diagnostic> diagnostics, std::size_t limit);

}  // namespace runbookc
