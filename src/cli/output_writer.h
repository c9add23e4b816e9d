// The only code that writes a site: whole, or not at all.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_observer.h"
#include "base/files.h"
#include "base/result.h"
#include "cli/output_claim.h"
#include "emit/artifact.h"

namespace runbookc {

struct WriteSummary {
  std::size_t files = 0;
  std::uint64_t bytes = 0;
  // Files to copy that could not be read any more or are over kCopyLimit, each with the reason: the
  // site is without them.
  std::vector<std::string> left_out;
};

inline constexpr std::uint64_t kCopyLimit = 64ULL * 1024 * 1024;  // of one copied file, in bytes

// Renders every artifact (on up to `threads` threads) into a fresh folder beside the claimed one,
// adds build.json, syncs once, swaps the two in one rename (RENAME_EXCHANGE), and removes the old
// one. On any Error — a full disk, no permission — the claimed folder is as it was, or the Error's
// help says what it is, and nothing is left beside it but what cannot be removed. Refuses a folder
// that holds anything, unless that is a build.json of ours (else it may be somebody's) or nothing
// but a .gitignore. `observer` is told which file is made, if
// it is made of one.
Result<WriteSummary> write_site(const OutputClaim& claim,
                                const std::vector<PlannedArtifact>& artifacts, const Files& project,
                                unsigned threads, FileObserver* observer = nullptr);

}  // namespace runbookc
