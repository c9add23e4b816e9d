// Accepted old findings: what a baseline file says (config/baseline_file.h reads and writes it).
#pragma once

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
  std::vector<Diagnostic> accepted;
  std::vector<BaselineEntry> fixed;  // entries that accept nothing any more, sorted
};
BaselineSplit split_by_baseline(std::vector<Diagnostic> diagnostics, const Baseline& baseline);

// The baseline that accepts exactly these findings, sorted.
Baseline baseline_of(const std::vector<Diagnostic>& diagnostics);

}  // namespace runbookc
