// The links that stand in a block, found by its index.
#pragma once

#include <span>
#include <vector>

#include "model/document.h"

namespace runbookc {

class BlockLinks {
 public:
  explicit BlockLinks(const Document& document);
  // Indexes of the links in blocks `begin` up to, not including, `end`; in document order.
  std::span<const Index> in(Index begin, Index end) const;

 private:
  std::vector<Index> blocks_;  // ascending
  std::vector<Index> links_;   // parallel
};

}  // namespace runbookc
