// The only code that writes a site: whole, or not at all.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "emit/artifact.h"

namespace runbookc {

struct WriteSummary {
  std::size_t files = 0;
  std::uint64_t bytes = 0;
};

// Renders every artifact (on up to `threads` threads) into a fresh folder beside `folder`, adds
// build.json, syncs once, and swaps it with `folder` in one rename (RENAME_EXCHANGE), then removes
// the old one. On any Error — a full disk, no permission — `folder` is as it was and nothing is
// left beside it. Refuses a non-empty `folder` that holds no build.json of ours (it may be
// somebody's), unless it holds nothing but a .gitignore.
Result<WriteSummary> write_site(const std::string& folder, std::vector<PlannedArtifact> artifacts,
                                const Files& project, unsigned threads);

}  // namespace runbookc
