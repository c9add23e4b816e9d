// `defaults` of the project file against the document types: a slip in it would be a finding of
// every document, at a place where nobody can mend it.
#pragma once

#include <vector>

#include "base/result.h"
#include "config/project_config.h"
#include "schema/document_type.h"

namespace runbookc {

// An Error with its place in the project file for a key that no type has and that is nearly one,
// for a value that every type with that key refuses, and for a date or interval that is none. Which
// types the documents of a glob have is not asked: their own front matter may name any.
Status check_default_fields(const ProjectConfig& config, const std::vector<DocumentType>& types);

}  // namespace runbookc
