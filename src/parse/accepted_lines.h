// The lines for which a document's directives switch a rule off, read without asking for the day.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "model/document.h"
#include "source/source_file.h"

namespace runbookc {

// First and last line of each stretch; sorted, and none overlap. `code` and `name` are the rule's.
std::vector<std::pair<std::uint32_t, std::uint32_t>> accepted_lines(const SourceFile& file,
                                                                    const Document& document,
                                                                    std::string_view code,
                                                                    std::string_view name);

}  // namespace runbookc
