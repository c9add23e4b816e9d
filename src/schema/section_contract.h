// Reads `x-sections`.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/value.h"
#include "schema/document_type.h"

namespace runbookc {

// `pointer` is that of `list` in its schema, for the Error. Two entries of one list that
// claim the same heading are one, too.
Result<std::vector<SectionContract>> read_section_contracts(const Value& list,
                                                            std::string_view pointer);

}  // namespace runbookc
