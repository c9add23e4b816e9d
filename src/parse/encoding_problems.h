// Files that are not UTF-8: RB001.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "model/document.h"
#include "source/source_file.h"

namespace runbookc {

// The problem at the first bad byte, or nothing. The message counts the bad bytes.
std::optional<Problem> find_encoding_problem(const SourceFile& file);

// The file with each byte that is not UTF-8 replaced by U+FFFD, or by `?` if that would make it
// larger than `limit` bytes. Every line and column stays.
SourceFile with_valid_utf8(const SourceFile& file, std::size_t limit);

}  // namespace runbookc
