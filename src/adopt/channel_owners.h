// Owners that documents name by a channel alone: `owner_slack: "#orders"`.
#pragma once

#include <vector>

#include "corpus/corpus.h"

namespace runbookc {

// One for each such channel that no directory and none of `named` has among its contacts, with the
// channel's name for an id; one of `named` that has this id need not be meant, so "-channel" is
// appended then. In the order of the pages.
std::vector<Owner> channel_owners(const Corpus& corpus, const std::vector<Owner>& named);

}  // namespace runbookc
