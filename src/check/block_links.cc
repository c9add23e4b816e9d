#include "check/block_links.h"

#include <algorithm>
#include <numeric>

namespace runbookc {

BlockLinks::BlockLinks(const Document& document) : links_(document.links.size()) {
  const auto block_of = [&](Index link) { return document.links[link].block; };
  std::iota(links_.begin(), links_.end(), Index{0});
  std::ranges::stable_sort(links_, {}, block_of);
  blocks_.reserve(links_.size());
  for (const Index link : links_) {
    blocks_.push_back(block_of(link));
  }
}

std::span<const Index> BlockLinks::in(Index begin, Index end) const {
  const auto first = std::ranges::lower_bound(blocks_, begin) - blocks_.begin();
  const auto last = std::ranges::lower_bound(blocks_, end) - blocks_.begin();
  return std::span(links_).subspan(static_cast<std::size_t>(first),
                                   static_cast<std::size_t>(last - first));
}

}  // namespace runbookc
