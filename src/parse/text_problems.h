// What is wrong with the characters of a file, whatever they say: RB002 and RB003.
#pragma once

#include <vector>

#include "model/document.h"
#include "source/source_file.h"

namespace runbookc {

// Mojibake and invisible characters, in source order. Precondition: valid UTF-8.
std::vector<Problem> find_text_problems(const SourceFile& file);

}  // namespace runbookc
