// What `runbookc search` prints.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "search/index_reader.h"
#include "search/ranking.h"
#include "search/search_snippet.h"

namespace runbookc {

// A hit with what is shown of it.
struct ShownHit {
  SearchHit hit;
  SearchPage page;
  SearchUnit unit;
  // The headings down to the section that it is, or that its command stands in; none for neither.
  std::vector<std::string> section_path;
  SearchSnippet snippet;  // of the text or, for a command, its first words
};

inline constexpr std::size_t kMostSnippet = 160;  // code points

// An Error for a damaged index.
Result<std::vector<ShownHit>> show_hits(IndexReader& reader, const SearchResult& result,
                                        Analyzer& analyzer);

// For a person. With `color` the words that stand for one of `terms` stand out, and so does what a
// command would do; without, words alone say it.
std::string search_text(const std::vector<ShownHit>& hits, const FoundTerms& terms,
                        Analyzer& analyzer, bool color);
// The document that schemas/output/search.json describes.
std::string search_json(const std::vector<ShownHit>& hits, std::string_view query, Date today);

}  // namespace runbookc
