// Which system publishes the documents, by the files that it is set up with.
#pragma once

#include <string_view>

#include "base/files.h"
#include "model/dialect.h"

namespace runbookc {

// The dialect of that system, with `files` at the root of the repository; the default one where
// nothing says more. The files are read for one word at most, never followed or run.
const DialectRules& dialect_of_site(const Files& files);

}  // namespace runbookc
