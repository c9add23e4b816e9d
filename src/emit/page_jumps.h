// Ways from a list straight to the parts of a page that a reader in a hurry wants.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "corpus/corpus.h"

namespace runbookc {

struct PageJump {
  std::string title;   // as the section contract calls it
  std::string anchor;  // of the page's own section
};

// Finds them by the section contract of a page's type. Thread-safe.
class PageJumps {
 public:
  explicit PageJumps(const Corpus& corpus);  // which outlives it

  // To the page's sections for impact, diagnosis, mitigation and the like, in the page's order.
  std::vector<PageJump> of(const Page& page) const;

 private:
  // By all titles that it knows, as comparable_title makes them.
  using Contracts = std::unordered_map<std::string, const SectionContract*>;

  const Corpus& corpus_;
  std::vector<Contracts> by_type_;  // parallel to Corpus::types
};

using JumpsByPage = std::unordered_map<Index, std::vector<PageJump>>;

}  // namespace runbookc
