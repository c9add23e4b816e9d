// Puts fields into a document's front matter, and touches nothing else.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "adopt/adoption.h"
#include "model/document.h"
#include "parse/parse_options.h"
#include "source/source_file.h"

namespace runbookc {

// The whole file with the fields: a new block before everything (behind a byte-order mark) and
// a blank line, or
// lines at the end of the front matter that is there, with the file's own line endings. All other
// bytes are as they were. Each value is on one line and reads back as itself: what the result says
// is read again, and nothing is returned if it is not what was there and `fields`. Precondition:
// no field is in the front matter yet.
std::optional<std::string> with_front_matter(const SourceFile& source, const Document& document,
                                             const std::vector<AdoptedField>& fields,
                                             const ParseLimits& limits);

}  // namespace runbookc
