#include "emit/artifact.h"

namespace runbookc {

namespace {

std::vector<PlannedArtifact> plan(const SiteInput& /*input*/) {
  return {{".nojekyll", [] { return std::string(); }, ""}};
}

}  // namespace

const ArtifactMaker& nojekyll_artifact() {
  static const ArtifactMaker maker = {
      .name = "nojekyll",
      .description = "tells GitHub Pages to serve the files as they are, `_/` too",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
