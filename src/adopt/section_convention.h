// A convention of a folder's own: sections that most of its documents share, as a drafted type.
#pragma once

#include <string>
#include <vector>

#include "adopt/adoption.h"
#include "corpus/corpus.h"

namespace runbookc {

struct SharedSection {
  std::string title;  // as most write it
  std::size_t documents = 0;
};

struct SectionConvention {
  std::string type;    // a name for it, from the folder's: "decisions"
  std::string folder;  // relative to the content root
  std::size_t documents = 0;
  std::vector<SharedSection> sections;  // in the order in which they stand
};

// Of folders with at least five documents that fit no type (indexes left out), those of which at
// least two sections, the same in each, stand in two documents of three.
std::vector<SectionConvention> find_section_conventions(
    const Corpus& corpus, const std::vector<DocumentAdoption>& documents);

// The schema of such a type: JSON, its sections as contracts. Those that nine in ten have are
// required.
std::string drafted_schema(const SectionConvention& convention);

}  // namespace runbookc
