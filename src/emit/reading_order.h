// The order of the site's pages for somebody who reads one after the other: that of the navigation.
#pragma once

#include <vector>

#include "emit/site_tree.h"

namespace runbookc {

class ReadingOrder {
 public:
  explicit ReadingOrder(const SiteTree& tree);

  const std::vector<Index>& pages() const { return pages_; }
  // The published page before or after `page`; kNone at an end, and for a page that is not shown.
  Index before(Index page) const;
  Index after(Index page) const;

 private:
  std::vector<Index> pages_;     // a folder's index, its pages, then its folders
  std::vector<Index> position_;  // of each page in pages_
};

}  // namespace runbookc
