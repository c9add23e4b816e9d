// Joins what the threads' shares of the pages say into the entries of the index.
#pragma once

#include <cstdint>
#include <vector>

#include "search/index_builder.h"
#include "search/index_part.h"

namespace runbookc {

// `parts` are of neighbouring pages, in their order; `pages` is how many there are in all. The
// entries do not depend on where the parts were cut.
SearchIndex merge_parts(std::vector<IndexPart> parts, std::uint32_t pages, unsigned threads);

}  // namespace runbookc
