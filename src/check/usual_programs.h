// What is known of programs that nobody has to name.
#pragma once

#include <string_view>

namespace runbookc {

// Whether a reader's machine has the program anyway, or installs others with it.
bool is_everywhere(std::string_view program);

// The package of another name that brings the program, in lower case: `dnsutils` for `dig`. "" if
// none is known.
std::string_view package_of(std::string_view program);

}  // namespace runbookc
