// Block scalars, `|` and `>` (YAML 1.2, 8.1).
#pragma once

#include <cstddef>
#include <string_view>

#include "parse/yaml_scalar.h"

namespace runbookc {

// Reads the one whose indicator stands at text[at], in a block collection at column `indent` (-1:
// in none).
YamlScalarOutcome read_block_scalar(std::string_view text, std::size_t at, std::ptrdiff_t indent);

}  // namespace runbookc
