// Code blocks of which one cannot tell what is in them.
#pragma once

#include <vector>

#include "diag/diagnostic.h"
#include "model/document.h"

namespace runbookc {

// Drops what rules say of commands (RB601 to RB614) in a block whose fence is unclosed: RB007 says
// that it holds what was never meant as code, and once it is closed they say the same or nothing. A
// secret (RB608) is one wherever it stands.
void drop_doubtful(std::vector<Diagnostic>& diagnostics, const Document& document);

}  // namespace runbookc
