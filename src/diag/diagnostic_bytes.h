// Findings to bytes and back, as they are before finish_diagnostics: without fingerprints. The
// format is private to one build of the tool.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"

namespace runbookc {

std::string diagnostics_to_bytes(const std::vector<Diagnostic>& diagnostics);

// Nothing if the bytes are not what the function above makes. Never reads out of bounds; takes
// memory in proportion to the bytes.
std::optional<std::vector<Diagnostic>> diagnostics_from_bytes(std::string_view bytes);

}  // namespace runbookc
