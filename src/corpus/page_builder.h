// From a parsed document to the page that it becomes, before links are resolved.
#pragma once

#include "corpus/corpus.h"
#include "corpus/path_meaning.h"

namespace runbookc {

// The page of `corpus.documents[index]`, by the rules of the corpus's configuration; pure. Links,
// backlinks and redirects stay empty.
Page build_page(const Corpus& corpus, const PathRules& rules, Index index);

}  // namespace runbookc
