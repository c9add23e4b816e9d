// An Error at a place of a schema.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "source/span.h"

namespace runbookc {

// "at /properties/a/type: 'strng' is no type of JSON", at the span's start, in a file without a
// name: whoever knows the file enters it (located_fault).
Error schema_fault(std::string_view pointer, Span span, std::string_view problem,
                   std::string help = {});

// The fault in the file `path`: at its start if it has no place. A fault that names its file
// already stays.
Error located_fault(std::string_view path, Error fault);

}  // namespace runbookc
