// An Error at a place of a schema.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "source/span.h"

namespace runbookc {

// "3:14: at /properties/a/type: 'strng' is no type of JSON"; the place is left out if it is not
// known. Whoever knows the file puts its path before it (located_fault).
Error schema_fault(std::string_view pointer, Span span, std::string_view problem,
                   std::string help = {});

// With the path of the schema: "schemas/types/a.json:3:14: at …". A message that has it already
// stays.
Error located_fault(std::string_view path, const Error& fault);

}  // namespace runbookc
