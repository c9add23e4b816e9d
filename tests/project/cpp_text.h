// C++ as text, for checks of the project's own sources.
#pragma once

#include <string>
#include <string_view>

namespace runbookc {

// `source` without comments, preprocessor lines, and what stands in literals. Lines stay lines.
std::string code_alone(std::string_view source);

}  // namespace runbookc
