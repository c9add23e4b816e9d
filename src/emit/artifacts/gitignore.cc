#include "emit/artifact.h"

namespace runbookc {

namespace {

std::vector<PlannedArtifact> plan(const SiteInput& /*input*/) {
  return {{".gitignore", [] { return std::string("*\n"); }, ""}};
}

}  // namespace

const ArtifactMaker& gitignore_artifact() {
  static const ArtifactMaker maker = {
      .name = "gitignore",
      .description = "keeps git from tracking the site",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
