// Which document type a document already follows.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/document.h"
#include "schema/contract_match.h"
#include "schema/document_type.h"

namespace runbookc {

struct TypeFit {
  std::string type;
  std::size_t found = 0;  // of its required sections
  std::size_t exact = 0;  // by their own title, not an alias
  std::size_t required = 0;
  std::vector<std::string> missing;  // titles
  std::string evidence;              // "4 of its 4 sections"
};

// The types that ask for sections, the best fit first; of equal ones the more exact.
std::vector<TypeFit> fit_types(const Document& document, std::span<const DocumentType> types,
                               const ContractNames& names);

// The one that is certain: most of its sections are there, and no other type fits as well; or it is
// an index, whose name and links say so. An empty name if none is.
TypeFit certain_type(const Document& document, std::span<const DocumentType> types,
                     const ContractNames& names);

}  // namespace runbookc
