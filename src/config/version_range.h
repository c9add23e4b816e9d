// Ranges of versions, as `requires` has them: ">=0.1, <2".
#pragma once

#include <string_view>

#include "base/result.h"

namespace runbookc {

// Whether `version` (semver.org; a pre-release counts as its release) lies in `range`: comparisons
// (`>=`, `>`, `<=`, `<`, `=`, or none for `=`) of one to three numbers, all of which must hold,
// separated by commas or spaces. A version of fewer numbers stands for all that begin with it.
Result<bool> version_in_range(std::string_view version, std::string_view range);

}  // namespace runbookc
