// YAML text for people: scalars that read back as written, values on one line, and samples from a
// schema.
#pragma once

#include <string>
#include <string_view>

#include "model/value.h"

namespace runbookc {

// `text` as a YAML scalar on one line that reads back as this string: plain where that is safe,
// else double-quoted.
std::string yaml_scalar(std::string_view text);

// `value` in flow style on one line: `[P1, P2]`, `{ name: NAMESPACE }`. Recursive: the depth of a
// Value is bounded by the reader that made it.
std::string yaml_flow(const Value& value);

// A value that shows what `property` takes, in flow style on one line: its first example, default,
// constant, first enum value, or TODO of the right kind. `#/…` references are looked up in
// `schema`.
std::string yaml_sample(const Value& property, const Value& schema);

}  // namespace runbookc
