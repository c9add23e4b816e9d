// What `runbookc search` says beside its hits, to standard error.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "search/index_reader.h"

namespace runbookc {

// Of `words`, for which `found` hits were found and `shown` printed: what stands on no page, which
// filters were meant, what hides the hits, where there are more. A line each, safe for a terminal.
// An Error for a damaged index.
Result<std::vector<std::string>> search_notes(IndexReader& reader, const std::string& words,
                                              std::size_t found, std::size_t shown);

}  // namespace runbookc
