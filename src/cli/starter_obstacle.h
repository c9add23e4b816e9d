// What keeps `init` from writing a file where it belongs.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"

namespace runbookc {

// An Error for a folder on the way from `base` (absolute, without symbolic links) to `path`
// (relative to it) that is none, or a link that leads out of `base`, and for a folder that stands
// where the file would. Nothing if the file can be written, or is there. `shown` is `path` as the
// user would write it.
std::optional<Error> starter_obstacle(const std::string& base, const std::string& path,
                                      const std::string& shown);

}  // namespace runbookc
