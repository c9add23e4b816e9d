// Severities from what a document says of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace runbookc {

struct StatedSeverity {
  std::vector<std::string> levels;  // of the scale, in its order; empty with a doubt
  std::string doubt;
};

// "P1", "P1 - Critical", "P1, P2", and "P1-P3" as all levels between. A doubt for other words, for
// "P2 or higher" and for "not P1". `scale` holds the project's levels in order.
StatedSeverity read_severity(std::string_view text, const std::vector<std::string>& scale);

}  // namespace runbookc
