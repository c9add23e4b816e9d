// Applies fixes until there is nothing left to do that is safe.
//
// A fix must remove its finding and make no other. So the corpus is checked again after each round
// of fixes, in memory. Where a round made a new finding it is taken back, and the fixes that are to
// blame are found by halving, all files side by side, and left out.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/overlay_files.h"
#include "base/result.h"
#include "corpus/corpus.h"
#include "diag/diagnostic.h"

namespace runbookc {

// A corpus whose files are those of the project with `overlay` on top, and its findings.
struct CheckedCorpus {
  Corpus corpus;
  std::vector<Diagnostic> diagnostics;
};
using CheckOverlay = std::function<Result<CheckedCorpus>(const FileBytes& overlay)>;

struct FixOutcome {
  FileBytes before;                  // of the files that change
  FileBytes after;                   // the same files, mended
  std::vector<Diagnostic> applied;   // the findings that are mended, sorted by path
  std::vector<Diagnostic> left_out;  // whose fix would have made another finding
  // Of each of those, in their order: the rules of what it would have made, as "RB601, RB612".
  std::vector<std::string> obstacles = {};
  bool complete = true;   // false: given up after many checks; more may be possible
  CheckedCorpus checked;  // as it is with the fixes
};

// `wanted` chooses among the findings that have a fix.
Result<FixOutcome> apply_fixes(const CheckOverlay& check,
                               const std::function<bool(const Diagnostic&)>& wanted);

}  // namespace runbookc
