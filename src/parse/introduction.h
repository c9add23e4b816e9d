// The words that lead to a block.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace runbookc {

// Which block stands before which, in the same container. Refers to the document's blocks.
class Introductions {
 public:
  explicit Introductions(const std::vector<Block>& blocks);

  Index before(Index block) const { return block == kNone ? kNone : before_[block]; }
  // The paragraph directly before `block` in its container, or "".
  std::string_view paragraph(Index block) const;

 private:
  const std::vector<Block>* blocks_;
  std::vector<Index> before_;
};

// The last sentence of plain text, without the colon at its end.
std::string_view last_sentence(std::string_view paragraph);

}  // namespace runbookc
