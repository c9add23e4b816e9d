#include "model/parameter_key.h"

#include "base/text.h"

namespace runbookc {

std::string parameter_key(std::string_view name) {
  return replace_all(replace_all(lower_ascii(name), "-", "_"), " ", "_");
}

}  // namespace runbookc
