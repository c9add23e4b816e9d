// From a parsed document to the page that it becomes, before links are resolved.
#pragma once

#include "corpus/corpus.h"

namespace runbookc {

// The page of `corpus.documents[index]`; pure. Links, backlinks and redirects stay empty.
Page build_page(const Corpus& corpus, Index index);

}  // namespace runbookc
