// The document types of a project: the embedded ones, and the project's `schemas/types/*.json`,
// which replace those of the same name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "schema/document_type.h"

namespace runbookc {

// Where a project's own are, relative to its root.
inline constexpr std::string_view kTypesFolder = "schemas/types";

struct TypeRegistry {
  std::vector<DocumentType> types;  // sorted by name
  // A digest of the project's own schemas as they were read; "" if it has none.
  std::string own_schemas;
};

Result<TypeRegistry> load_document_types(const Files& files);

// The names of the embedded ones, sorted.
std::vector<std::string> shipped_type_names();

}  // namespace runbookc
