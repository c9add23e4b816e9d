// When what page rules found in a page still holds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/corpus.h"

namespace runbookc {

// For each page a digest of all that page rules may look at: the source, what its links lead to,
// who links to it; and what rules see of all other pages (paths, front matter, headings, anchors,
// first paragraphs, whether they are published), of the project file, the owners and the day. Two
// runs of one program with equal keys find the same. What a PageContext shows beyond that, a rule
// must not ask, or it is added here. "" for a page that holds a secret: nothing is kept of it.
// `schemas`: the bytes of the project's own types.
std::vector<std::string> finding_keys(const Corpus& corpus, std::string_view schemas,
                                      unsigned threads);

}  // namespace runbookc
