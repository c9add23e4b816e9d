// What an index says of the documents that it lists: "Estimated Time", "Approval Required".
#pragma once

#include <map>
#include <vector>

#include "adopt/adoption.h"
#include "adopt/project_terms.h"
#include "corpus/corpus.h"

namespace runbookc {

// By page, the fields in table rows that link this one document and no other. What two indexes say
// differently is left out.
std::map<Index, std::vector<AdoptedField>> find_index_columns(const Corpus& corpus,
                                                              const ProjectTerms& terms);

}  // namespace runbookc
