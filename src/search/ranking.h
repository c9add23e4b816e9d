// The hits of a query, best first. All in integers, so that the site's script ranks alike.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "search/index_reader.h"
#include "search/query.h"

namespace runbookc {

struct SearchHit {
  std::uint32_t page = 0;
  std::uint32_t unit = 0;
  std::uint64_t score = 0;  // of the page; 0 if the query has only filters

  friend bool operator==(const SearchHit&, const SearchHit&) = default;
};

struct SearchResult {
  std::vector<SearchHit> hits;
  // The terms that the query's words were taken for, to mark them where they stand.
  std::set<std::string, std::less<>> terms;
};

inline constexpr std::size_t kMostHits = 50;
inline constexpr std::size_t kMostHitsOfPage = 3;

// At most `most` hits; those of one page follow each other. An Error for a damaged index.
Result<SearchResult> search(IndexReader& reader, const Query& query, Analyzer& analyzer,
                            std::size_t most = kMostHits);

}  // namespace runbookc
