// The value of a field, from the text that stands behind its label.
#pragma once

#include <string>
#include <string_view>

#include "adopt/project_terms.h"
#include "model/value.h"
#include "prose/metadata_label.h"

namespace runbookc {

struct StatedValue {
  Value value;        // null if there is none
  std::string doubt;  // what a person should see to; "" for nothing
};

// Of the fields that are neither owners, dates nor versions. What is not plainly a name, a number
// or a known word is a doubt.
StatedValue read_stated_value(ProseField field, std::string_view text, const ProjectTerms& terms);

}  // namespace runbookc
