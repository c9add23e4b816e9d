// `$ref` within one schema, for those who read schemas to show them (the validator has
// schema_index.h).
#pragma once

#include "model/value.h"

namespace runbookc {

// What `property` is once its chain of `#/…` references (RFC 6901) into `schema` is followed. A
// reference to elsewhere, to nothing, or a chain that does not end, is returned as it is.
const Value& follow_local(const Value& property, const Value& schema);

}  // namespace runbookc
