// Characters that nobody sees and that change what is pasted or how it is read.
#pragma once

#include <span>
#include <vector>

#include "model/document.h"
#include "source/source_file.h"

namespace runbookc {

// Zero-width characters, soft hyphens, bidirectional controls and byte-order marks, one Problem a
// run, each with the replacement that removes it. Not those that a script or an emoji needs:
// joiners in Arabic, Indic and emoji sequences, direction marks beside right-to-left text, break
// opportunities in Thai, Lao, Khmer and Myanmar. Nothing inside `skipped` (ascending ranges).
std::vector<Problem> find_invisible_text(const SourceFile& file,
                                         std::span<const ByteRange> skipped);

}  // namespace runbookc
