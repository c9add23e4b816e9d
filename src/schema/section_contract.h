// Reads `x-sections`.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/value.h"
#include "schema/document_type.h"

namespace runbookc {

// `pointer` is that of `list` in its schema, for the Error.
Result<std::vector<SectionContract>> read_section_contracts(const Value& list,
                                                            std::string_view pointer);

// An Error at a place of a schema.
Error schema_fault(std::string_view pointer, Span span, std::string_view problem,
                   std::string help = {});

}  // namespace runbookc
