// Fixes of one file: which of them go together, and the bytes that they make.
#pragma once

#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "source/source_file.h"

namespace runbookc {

struct FileEdits {
  // The findings whose fixes are in, in the order given. Several may share one edit: it is made
  // once, and mends them all.
  std::vector<const Diagnostic*> mended;
  std::string bytes;  // the whole file with the edits; all other bytes are as they were
};

// Takes each fix of `findings` (of this file, each with a fix) that touches nothing that an earlier
// one changes. Insertions at one place go together, in order. What is left out can be tried on the
// result. O(n log n) in the number of edits.
FileEdits merge_fixes(const SourceFile& source, const std::vector<const Diagnostic*>& findings);

}  // namespace runbookc
