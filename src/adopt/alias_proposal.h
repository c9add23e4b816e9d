// Other names that a corpus has for the sections of a type.
#pragma once

#include <string>
#include <vector>

#include "adopt/adoption.h"
#include "corpus/corpus.h"

namespace runbookc {

struct AliasProposal {
  std::string type;
  std::string section;  // of its contract
  std::string heading;  // what stands in its place
  std::size_t documents = 0;
};

// Headings that stand where a section is expected, between what the contract has before and after
// it, in at least three documents and in most of those that lack the section. Documents count for
// the type that fits them best, as far as half of its sections are there.
std::vector<AliasProposal> find_alias_proposals(const Corpus& corpus,
                                                const std::vector<DocumentAdoption>& documents);

}  // namespace runbookc
