// Names in `required` that no property has, and that were probably meant to be one's.
#pragma once

#include <optional>
#include <span>

#include "base/result.h"
#include "model/value.h"

namespace runbookc {

// The first of `schema`, at any depth, in a `required` that stands beside `properties`, and not in
// a test (`if`, `not`, `anyOf`, `oneOf`): there an old name is refused, or one of two is asked for.
// `root_fields` are the properties of its root, references
// followed (an object, or null); `common` are the schemas that it may refer to. A name that any of
// them describes anywhere is none, and neither is a short one, one that is near to no property
// beside it, or the plural of one.
std::optional<Error> find_required_slip(const Value& schema, const Value* root_fields,
                                        std::span<const Value> common);

}  // namespace runbookc
