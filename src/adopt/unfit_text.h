// Text that must not become a value of front matter, whatever its field.
#pragma once

#include <string>
#include <string_view>

#include "model/value.h"

namespace runbookc {

// Why `text` is kept out: it holds a secret, the marks in its place, or characters that nobody
// sees. "" if it may be written. Linear.
std::string unfit_text(std::string_view text);

// The same of the texts in a value.
std::string unfit_value(const Value& value);

}  // namespace runbookc
