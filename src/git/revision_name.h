// What a revision that git does not know may have meant.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace runbookc {

// Of the `names` of branches, those of remotes (origin/main), and tags: the one that is `revision`
// after a remote's name, else the nearest one, else the one that is nearest after a remote's name.
std::optional<std::string> nearest_revision(std::string_view revision,
                                            const std::vector<std::string>& names);

}  // namespace runbookc
