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

// To the page's sections for impact, diagnosis, mitigation and the like, in the page's order, by
// the section contract of its type. Costs a comparison for each section and title: compute it once
// a page.
std::vector<PageJump> page_jumps(const Corpus& corpus, const Page& page);

using JumpsByPage = std::unordered_map<Index, std::vector<PageJump>>;

}  // namespace runbookc
