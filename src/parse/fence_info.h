// What stands behind the marks of a fence.
#pragma once

#include "model/block.h"
#include "source/source_file.h"

namespace runbookc {

// The info string of a fenced block as it is in the source: cmark resolves escapes, which would
// change a command. Empty if there is none.
ByteRange info_range(const SourceFile& file, const CodeBlock& code);

}  // namespace runbookc
