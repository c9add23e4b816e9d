#include "search/unit_weights.h"

#include <algorithm>

namespace runbookc {
namespace {

void add_to(UnitWeights::Weight& sum, const UnitWeights::Weight& weight) {
  sum.halves += weight.halves;
  sum.names = sum.names || weight.names;
}

}  // namespace

// A text says the same word more than once, and is of one unit: most sums are made here.
void UnitWeights::add(std::uint32_t term, const Weight& weight) {
  if (term >= last_.size()) last_.resize(term + std::size_t{1}, kNoLink);
  std::uint32_t& last = last_[term];
  if (last == kNoLink) {
    terms_.push_back(term);
  } else if (links_[last].weight.unit == weight.unit) {
    add_to(links_[last].weight, weight);
    return;
  }
  links_.push_back({.weight = weight, .before = last});
  last = static_cast<std::uint32_t>(links_.size() - 1);
}

std::span<const UnitWeights::Weight> UnitWeights::of(std::uint32_t term) {
  sums_.clear();
  for (std::uint32_t at = last_[term]; at != kNoLink; at = links_[at].before) {
    sums_.push_back(links_[at].weight);
  }
  std::ranges::reverse(sums_);  // texts come nearly in the order of their units
  if (!std::ranges::is_sorted(sums_, {}, &Weight::unit)) {
    std::ranges::sort(sums_, {}, &Weight::unit);
  }
  std::size_t count = 0;
  for (const Weight& weight : sums_) {
    if (count > 0 && sums_[count - 1].unit == weight.unit) {
      add_to(sums_[count - 1], weight);
    } else {
      sums_[count++] = weight;
    }
  }
  sums_.resize(count);
  return sums_;
}

void UnitWeights::clear() {
  for (const std::uint32_t term : terms_) last_[term] = kNoLink;
  terms_.clear();
  links_.clear();
}

}  // namespace runbookc
