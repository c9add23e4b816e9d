// "Did you mean": the closest of a set of names to one that is not in it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace runbookc {

// Optimal string alignment distance (Damerau-Levenshtein without repeated edits) over bytes, cut
// off: any result above `limit` is returned as limit + 1. Cost is O(|a| * limit).
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

// The candidate nearest to `name`, ignoring case and the difference of `-`, `_` and space, if it is
// near enough to be a plausible slip (a third of the length, at most 3). Ties go to the first.
std::optional<std::string> near_miss(std::string_view name,
                                     std::span<const std::string> candidates);

}  // namespace runbookc
