// Which program this is.
#pragma once

#include <string>

namespace runbookc {

// Differs between any two builds whose code or data differ, whatever their version says. "" if the
// program was linked without an identity.
std::string build_identity();

}  // namespace runbookc
