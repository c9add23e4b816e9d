#include <algorithm>
#include <unordered_set>

#include "base/stage_clock.h"
#include "emit/artifact.h"

namespace runbookc {

namespace {

// Whether a folder on the way to `path` has the name of a file.
bool stands_in_a_file(std::string_view path, const std::unordered_set<std::string_view>& files) {
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
       slash = path.find('/', slash + 1)) {
    if (files.contains(path.substr(0, slash))) return true;
  }
  return false;
}

}  // namespace

PlannedArtifact streamed_artifact(std::string path, std::function<void(const ByteSink&)> stream) {
  auto render = [stream] {
    std::string bytes;
    stream([&bytes](std::string_view piece) { bytes += piece; });
    return bytes;
  };
  return {.path = std::move(path),
          .render = std::move(render),
          .copy_from = {},
          .stream = std::move(stream)};
}

std::vector<PlannedArtifact> plan_site(const SiteInput& input) {
  const StageScope stage(Stage::plan);
  std::vector<PlannedArtifact> all;
  for (const ArtifactMaker* maker : all_artifact_makers()) {
    auto planned = maker->plan(input);
    std::ranges::move(planned, std::back_inserter(all));
  }
  // What content says of one path twice is RB009's to report; the site is published all the same,
  // with what we make before what is copied.
  std::ranges::sort(all, [](const PlannedArtifact& a, const PlannedArtifact& b) {
    if (a.path != b.path) return a.path < b.path;
    return a.copy_from.empty() && !b.copy_from.empty();
  });
  all.erase(std::ranges::unique(all, {}, &PlannedArtifact::path).begin(), all.end());
  std::unordered_set<std::string_view> files;
  for (const PlannedArtifact& artifact : all) files.insert(artifact.path);
  std::vector<bool> impossible;
  impossible.reserve(all.size());
  for (const PlannedArtifact& artifact : all) {
    impossible.push_back(stands_in_a_file(artifact.path, files));
  }
  std::vector<PlannedArtifact> possible;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!impossible[i]) possible.push_back(std::move(all[i]));
  }
  return possible;
}

}  // namespace runbookc
