// Fields of front matter from what a document states in its text.
#pragma once

#include <string>
#include <vector>

#include "adopt/adoption.h"
#include "adopt/project_terms.h"
#include "model/document.h"
#include "source/source_file.h"

namespace runbookc {

struct StatedFields {
  std::vector<AdoptedField> fields;  // but for owners; at most one a key
  std::vector<OpenPoint> open;
  std::vector<Owner> owners;  // as named; empty if nobody is certain
  FoundAt owners_at;
  // Named as the owner beside the team that is: not written, but for owners.yaml.
  std::vector<Owner> people;
};

// `source` is what `document` was parsed from, without its secrets; a date of the past that lies
// after the day of `terms` is not believed.
StatedFields stated_fields(const Document& document, const SourceFile& source,
                           const ProjectTerms& terms);

}  // namespace runbookc
