// Document types as people read them: docs/fields.md and `runbookc explain TYPE`. Both come from
// the schemas alone.
#pragma once

#include <span>
#include <string>

#include "model/value.h"
#include "schema/document_type.h"

namespace runbookc {

// docs/fields.md: the fields of front matter, each type with its section contract, then owners.yaml
// and runbookc.yaml. The type `page` must be among `types`: its fields are those that all share.
std::string fields_markdown(std::span<const DocumentType> types, const Value& owners_schema,
                            const Value& config_schema);

// One type for a terminal: its sections and its fields, wrapped at 80 columns.
std::string explain_type(const DocumentType& type);

}  // namespace runbookc
