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
  // Files to copy that could not be read any more or are over kCopyLimit, each with the reason: the
  // site is without them.
  std::vector<std::string> left_out;
};

inline constexpr std::uint64_t kCopyLimit = 64ULL * 1024 * 1024;  // of one copied file, in bytes

// Renders every artifact (on up to `threads` threads) into a fresh folder beside `folder`, adds
// build.json, syncs once, and swaps it with `folder` in one rename (RENAME_EXCHANGE), then removes
// the old one. On any Error — a full disk, no permission — `folder` is as it was and nothing is
// left beside it. Refuses a non-empty `folder` that holds no build.json of ours (it may be
// somebody's), unless it holds nothing but a .gitignore. What dead runs left beside `folder` is
// removed. A `folder` that is a link is written where it leads.
Result<WriteSummary> write_site(const std::string& folder,
                                const std::vector<PlannedArtifact>& artifacts, const Files& project,
                                unsigned threads);

}  // namespace runbookc
