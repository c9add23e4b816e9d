// What the text of a plain scalar means (YAML 1.2, 10.3.2, the core schema).
#pragma once

#include <string_view>

#include "model/value.h"

namespace runbookc {

// `text` stays as written. Numbers that JSON cannot hold (.inf, .nan, 1e999) come back as
// infinities or NaN.
Value resolve_plain_scalar(std::string_view text);

}  // namespace runbookc
