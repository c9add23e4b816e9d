#include "emit/reading_order.h"

#include <algorithm>

namespace runbookc {

ReadingOrder::ReadingOrder(const SiteTree& tree) {
  std::vector<Index> open = {0};  // depth first, in order, without recursion
  while (!open.empty()) {
    const SiteFolder& folder = tree.folder(open.back());
    open.pop_back();
    if (folder.index_page != kNone) pages_.push_back(folder.index_page);
    pages_.insert(pages_.end(), folder.pages.begin(), folder.pages.end());
    open.insert(open.end(), folder.folders.rbegin(), folder.folders.rend());
  }
  const auto last = std::ranges::max_element(pages_);
  position_.assign(last == pages_.end() ? 0 : *last + std::size_t{1}, kNone);
  for (Index i = 0; i < pages_.size(); ++i) position_[pages_[i]] = i;
}

Index ReadingOrder::before(Index page) const {
  if (page >= position_.size() || position_[page] == kNone || position_[page] == 0) return kNone;
  return pages_[position_[page] - 1];
}

Index ReadingOrder::after(Index page) const {
  if (page >= position_.size() || position_[page] == kNone) return kNone;
  const std::size_t next = std::size_t{position_[page]} + 1;
  return next < pages_.size() ? pages_[next] : kNone;
}

}  // namespace runbookc
