// JSON (RFC 8259) into Values that know their places. Used for schemas.
#pragma once

#include <cstddef>

#include "base/result.h"
#include "model/value.h"
#include "source/source_file.h"

namespace runbookc {

// An Error names the line and column. Repeated keys and depth over `max_depth` are errors.
Result<Value> parse_json(const SourceFile& file, std::size_t max_depth = 64);

}  // namespace runbookc
