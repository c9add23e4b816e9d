// Unified diffs, as `patch -p1` and `git apply` read them.
#pragma once

#include <string>
#include <string_view>

namespace runbookc {

// The change of `path` from `before` to `after`, with three lines of context; "" if they are equal.
// Lines end at LF; what they hold is copied byte for byte. Names that need it are quoted as git
// does. Not always the shortest diff: where thousands of lines differ they are replaced as a whole.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace runbookc
