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
// near enough to be a plausible slip (a third of the length, at most 3). Another number is none:
// '2 hours' does not stand for '4 hours'. Ties go to the first.
std::optional<std::string> near_miss(std::string_view name,
                                     std::span<const std::string> candidates);

// The same if no other candidate is as near and both have the same digits, so that it may be taken
// for what was meant.
std::optional<std::string> unique_near_miss(std::string_view name,
                                            std::span<const std::string> candidates);

// near_miss for many names, where both they and the candidates may be a stranger's: ten thousand
// unknown keys against ten thousand known ones are no reason to hang. Once the budget is spent
// there are no more suggestions.
class NearMissBudget {
 public:
  // In candidates looked at; a long one counts for several.
  explicit NearMissBudget(std::size_t comparisons = 50'000) : left_(comparisons) {}

  std::optional<std::string> nearest(std::string_view name,
                                     std::span<const std::string> candidates);

 private:
  std::size_t left_;
};

}  // namespace runbookc
