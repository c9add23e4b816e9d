// The parameters that a page's reader fills in.
#pragma once

#include <string>
#include <vector>

#include "corpus/corpus.h"

namespace runbookc {

struct PageParameter {
  Parameter parameter;
  std::string environment;  // a variable of that name that a command needs from outside, or ""
};

// Those that the page declares, then those of the project that its commands or messages ask for.
std::vector<PageParameter> page_parameters(const Corpus& corpus, const Page& page);

}  // namespace runbookc
