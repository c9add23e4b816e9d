// Which entries of the index a query's tokens mean, and how surely.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "search/index_reader.h"
#include "search/query.h"

namespace runbookc {

struct Expansion {
  IndexReader::Found found;
  std::uint32_t quality = 0;
};

// A token, or a phrase of two neighbouring ones, with the entries that it means.
struct QueryTerm {
  std::uint32_t weight = 1;
  bool phrase = false;  // counts for no coverage
  std::string raw;      // of the token; "" for a phrase
  std::vector<Expansion> expansions;
};

// Those that mean anything. An Error for a damaged index.
Result<std::vector<QueryTerm>> expand_query(IndexReader& reader, const Query& query,
                                            Analyzer& analyzer);

// What stands for a word that is spelt otherwise.
bool is_misspelt(const QueryTerm& term);

// The least number of letters added, left out, replaced or swapped with their neighbour that makes
// one of the other (optimal string alignment), or `most` + 1 if it is more.
std::size_t typing_distance(std::u32string_view a, std::u32string_view b, std::size_t most);

}  // namespace runbookc
