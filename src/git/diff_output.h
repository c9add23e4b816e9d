// Reading what git prints about changes. Pure functions of its output; what does not look like it
// is passed over.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "git/change_set.h"

namespace runbookc {

// `git diff --raw -z --no-abbrev -M`. A changed file comes without hunks; one that is new, of
// another type, or in conflict is `whole`.
ChangeSet read_raw_diff(std::string_view output);

// `git diff -U0`: the hunks of each file by its path, the old one if it was deleted.
std::map<std::string, std::vector<Hunk>, std::less<>> read_patch(std::string_view output);

// A path as git quotes it (C escapes within double quotes), decoded; any other as it is.
std::string unquoted_path(std::string_view text);

}  // namespace runbookc
