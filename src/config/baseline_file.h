// The baseline's file: JSON, one finding a line, sorted, so that a change is small in a diff.
//
//   {
//     "$schema": "https://runbookc.dev/schemas/output/baseline.json",
//     "version": 1,
//     "findings": [
//       {"path": "content/a.md", "rule": "target-missing", "fingerprint": "0123456789abcdef"}
//     ]
//   }
//
// Nothing in it depends on lines, messages, the day or the tool's version.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "diag/baseline.h"
#include "source/source_file.h"

namespace runbookc {

inline constexpr std::uint64_t kBaselineBytes = std::uint64_t{64} * 1024 * 1024;

// An Error names the line of what is no baseline.
Result<Baseline> read_baseline(const SourceFile& file);

std::string baseline_text(const Baseline& baseline);

}  // namespace runbookc
