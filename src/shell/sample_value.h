// Whether a value that stands where a secret would stand is meant as a sample.
#pragma once

#include <cstdint>
#include <string_view>

namespace runbookc {

// Shannon entropy of its bytes, in bits a byte; 0 for "".
double entropy_of(std::string_view text);

// What stands around a value: in single quotes a `$` begins no variable.
enum class Quoting : std::uint8_t { none, single, other };

// Placeholders (`<token>`, `$TOKEN`, `{{ token }}`, `YOUR_TOKEN`), masks (`****`, `xxxx`), words
// that say so (`changeme`, `EXAMPLE`, `my-secret`), and what only counts up (`123456789`,
// `abcdefgh`). `Secret42Zebra` is none: what has capitals, small letters and digits was thought up
// to be typed.
bool is_sample_value(std::string_view value, Quoting quoting = Quoting::none);

// The same of what is known by its form and made by a machine, where a short word may stand by
// chance: words count in one case, and together are a sixth of it, unless one is long. `token` is
// what is random of it, not empty.
bool is_sample_token(std::string_view token);

}  // namespace runbookc
