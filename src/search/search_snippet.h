// The piece of a text that shows why it was found.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "search/analysis.h"
#include "source/span.h"

namespace runbookc {

struct SearchSnippet {
  std::string text;              // on one line, with '…' where the text goes on
  std::vector<ByteRange> marks;  // the words in it that were found, ascending
};

using FoundTerms = std::set<std::string, std::less<>>;

// Where the words of `text` stand that mean one of `terms`, ascending.
std::vector<ByteRange> found_words(std::string_view text, const FoundTerms& terms,
                                   Analyzer& analyzer);

// At most `most` code points around the words of `text` that mean one of `terms`: where most of
// those stand together, the first such place; the beginning if there is none.
SearchSnippet search_snippet(std::string_view text, const FoundTerms& terms, Analyzer& analyzer,
                             std::size_t most);

}  // namespace runbookc
