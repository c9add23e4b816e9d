// What one document can be given.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "adopt/adoption.h"
#include "adopt/alert_pages.h"
#include "adopt/project_terms.h"
#include "base/date.h"
#include "corpus/corpus.h"
#include "schema/contract_match.h"

namespace runbookc {

// What is known of it from elsewhere.
struct DocumentFacts {
  std::vector<AdoptedField> listed;  // what an index says of it
  std::vector<PageAlert> alerts;     // rules that lead to it
  std::optional<Date> last_commit;
  bool assume_reviewed = false;
  bool has_type_glob = false;  // the project file says its type by a glob
};

// Fields that it says and that its front matter lacks. What is there is never questioned. Nothing
// for a document whose bytes or front matter cannot be read (an open point says so), and for
// templates.
DocumentAdoption adopt_document(const Corpus& corpus, Index page, const ContractNames& names,
                                const ProjectTerms& terms, const DocumentFacts& facts);

}  // namespace runbookc
