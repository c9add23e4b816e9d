// owners.yaml, drafted from the names that documents give.
#pragma once

#include <string>
#include <vector>

#include "corpus/owners.h"

namespace runbookc {

// The file, with a line of advice on top. Precondition: somebody is named.
std::string owners_draft(const std::vector<Owner>& owners);

// The entries alone, as they stand under `owners:`.
std::string owner_entries(const std::vector<Owner>& owners);

}  // namespace runbookc
