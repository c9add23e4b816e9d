// The version of this program; generated from CMakeLists.txt.
#pragma once

#include <string_view>

namespace runbookc {

std::string_view tool_version();  // "0.1.0" (semver.org)

}  // namespace runbookc
