#include "emit/artifact.h"
#include "emit/templates.h"

namespace runbookc {

namespace {

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  std::vector<PlannedArtifact> planned;
  planned.reserve(input.assets.files.size());
  for (const AssetFile& file : input.assets.files) {
    planned.push_back({file.url, [&file] { return file.bytes; }, ""});
  }
  return planned;
}

}  // namespace

const ArtifactMaker& assets_artifact() {
  static const ArtifactMaker maker = {
      .name = "assets",
      .description = "style, script and icon, named by their hash",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
