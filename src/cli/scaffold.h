// A first draft of a document, from its type: front matter with every field described, and the
// sections of the contract with what belongs in each. A required field that nothing is known of
// says TODO; examples stand in comments only, so that none is taken for an answer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/dialect.h"
#include "schema/document_type.h"

namespace runbookc {

struct ScaffoldInput {
  std::string title;
  std::vector<std::string> owners;      // known ids, for a comment; may be empty
  bool needs_interval = false;          // the project has no review interval of its own
  std::vector<std::string> neighbours;  // names of the documents in its folder, for an index
  std::vector<KeyMeaning> keys = {};    // what another system calls our keys, so that it reads them
};

// The key that the system of `keys` has for ours; ours if it has none; "" if it means something
// else by that name.
std::string written_key(const std::vector<KeyMeaning>& keys, std::string_view own);

std::string scaffold_document(const DocumentType& type, const ScaffoldInput& input);

// "fail-over_orders.md" -> "Fail over orders"
std::string title_from_file_name(std::string_view file_name);

}  // namespace runbookc
