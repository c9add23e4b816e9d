// What to tell somebody whose query asks for what the runbooks do not hold. The site's script says
// the same (templates/assets/search/65-advice.js).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "search/index_reader.h"
#include "search/query.h"

namespace runbookc {

// A filter that leaves nothing, or a word that was to be a filter.
struct FilterDoubt {
  std::string word;        // as it was typed: `owner:dbaa`, `ownr:dba`
  bool filter = true;      // false: it is searched for as a word
  std::string meant = {};  // what to type instead: `owner:dba`; "" if nothing is near
  std::vector<std::string> choices =
      {};  // without that, the values that there are, if they are few
};

struct QueryAdvice {
  std::vector<std::string> nowhere;  // words that stand on no page
  std::vector<std::string> similar;  // the same, but there are similar ones, which count for them
  std::vector<FilterDoubt> doubts;
};

// `query` is what parse_query makes of `text`. An Error for a damaged index.
Result<QueryAdvice> query_advice(IndexReader& reader, std::string_view text, const Query& query,
                                 Analyzer& analyzer);

// What a query finds without some of its filters.
struct HiddenHits {
  std::string filters;  // as they were typed: `owner:dba`
  std::size_t hits = 0;
};

// For a query that finds nothing: the filters of each name that are to blame alone; all of them if
// it takes that; nothing if there is nothing without them, either. An Error for a damaged index.
Result<std::vector<HiddenHits>> hidden_hits(IndexReader& reader, std::string_view text,
                                            Analyzer& analyzer);

}  // namespace runbookc
