// YAML text for new documents: scalars that read back as written, and samples from a schema.
#pragma once

#include <string>
#include <string_view>

#include "model/value.h"

namespace runbookc {

// `text` as a YAML scalar on one line that reads back as this string: plain where that is safe,
// else double-quoted.
std::string yaml_scalar(std::string_view text);

// A value that shows what `property` takes, in flow style on one line: its default, first example,
// constant, first enum value, or TODO of the right kind. `#/…` references are looked up in
// `schema`.
std::string yaml_sample(const Value& property, const Value& schema);

}  // namespace runbookc
