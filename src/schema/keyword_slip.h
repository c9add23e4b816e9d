// Keywords of a schema that are none, and were probably meant to be one: draft-07 lets unknown
// ones be, so that a misspelt `required` asks for nothing and nobody is told.
#pragma once

#include <optional>

#include "base/result.h"
#include "model/value.h"

namespace runbookc {

// The first of `schema`, at any depth: a `$schema` of another draft, or a keyword that is neither
// draft-07's nor ours and is nearly one of them. What is near to none is somebody else's, and fine.
std::optional<Error> find_keyword_slip(const Value& schema);

}  // namespace runbookc
