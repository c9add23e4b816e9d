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
  // The same, or the paragraph that ends an ordered list, or with a colon a list, before `block`:
  // writers who do not indent what belongs to an item put it there.
  std::string_view lead(Index block) const;

 private:
  const std::vector<Block>* blocks_;
  std::vector<Index> before_;
  std::vector<Index> last_child_;  // the last entry: of the document
};

// The last sentence of plain text, without the colon at its end. What is numbered in mid-sentence
// ("the Option 1: Save it") does not end one. At most quadratic in a sentence's numbers, and those
// are few.
std::string_view last_sentence(std::string_view paragraph);

// The sentence that says what a block behind `paragraph` is for: the last one that is no remark in
// parentheses, no advice on what to replace and no bare "For example" or "Or"; "" if it has no
// other than such a bare one.
std::string_view telling_sentence(std::string_view paragraph);

}  // namespace runbookc
