// Accepted old findings: what a baseline file says (config/baseline_file.h reads and writes it).
#pragma once

#include <set>
#include <string>
#include <vector>

#include "diag/diagnostic.h"

namespace runbookc {

struct BaselineEntry {
  std::string path;         // relative to the project root
  std::string rule;         // by name
  std::string fingerprint;  // tells the finding; path and rule are for people

  friend auto operator<=>(const BaselineEntry&, const BaselineEntry&) = default;
};

struct Baseline {
  std::vector<BaselineEntry> entries;
};

// Findings parted by a baseline.
struct BaselineSplit {
  std::vector<Diagnostic> remaining;  // in their order
  // By their own fingerprint, or by those of the findings that together say the same.
  std::vector<Diagnostic> accepted;
  // Entries that nothing found answers to any more, sorted: of files that are there, and of others.
  std::vector<BaselineEntry> fixed;
  std::vector<BaselineEntry> gone;
};
// `existing` has every path of an entry at which there is a file.
BaselineSplit split_by_baseline(std::vector<Diagnostic> diagnostics, const Baseline& baseline,
                                const std::set<std::string, std::less<>>& existing);

// The baseline that accepts these findings, each by its own fingerprint, sorted.
Baseline baseline_of(const std::vector<Diagnostic>& diagnostics);

}  // namespace runbookc
