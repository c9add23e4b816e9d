// When what page rules found in a page still holds.
#pragma once

#include <string>
#include <vector>

#include "corpus/corpus.h"

namespace runbookc {

// For each page a digest of all that page rules may look at: its source, its links and who links to
// it; the project file, the owners, the project's own schemas and the day; and of the pages that it
// links what they show to others: path, address, front matter, headings, anchors, first paragraph,
// whether they are published. A page that lists its folder, and every page of a project with
// addresses of a repository (`edit_url`), may look at all pages and assets so.
//
// Two runs of one program with equal keys find the same. What a PageContext shows beyond that, a
// rule must not ask, or it is added here. "" for a page that holds a secret: nothing is kept of it.
std::vector<std::string> finding_keys(const Corpus& corpus, unsigned threads);

}  // namespace runbookc
