// Whether a build may replace a folder.
#pragma once

#include <string>

#include "base/result.h"

namespace runbookc {

// `folder` is absolute. Fine if it is absent, empty but for a .gitignore, or a site that runbookc
// wrote with nothing else in it, but for what file managers leave. An Error names what would be
// lost.
Status check_replaceable(const std::string& folder);

// Whether it is a site that runbookc wrote, whatever else is in it.
bool is_our_site(const std::string& folder);

}  // namespace runbookc
