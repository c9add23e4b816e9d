// Files that are not UTF-8: RB001.
#pragma once

#include <optional>
#include <string>

#include "model/document.h"
#include "source/source_file.h"

namespace runbookc {

// The problem at the first bad byte, or nothing. The message counts the bad bytes.
std::optional<Problem> find_encoding_problem(const SourceFile& file);

// The file with each byte that is not UTF-8 replaced by U+FFFD: every line and column stays.
SourceFile with_valid_utf8(const SourceFile& file);

}  // namespace runbookc
