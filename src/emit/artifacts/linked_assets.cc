#include "emit/artifact.h"

namespace runbookc {

namespace {

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  std::vector<PlannedArtifact> planned;
  planned.reserve(input.corpus.assets.size());
  for (const Asset& asset : input.corpus.assets) {
    planned.push_back(
        {.path = asset.url, .render = {}, .copy_from = asset.path, .of_one_file = true});
  }
  return planned;
}

}  // namespace

const ArtifactMaker& linked_assets_artifact() {
  static const ArtifactMaker maker = {
      .name = "linked_assets",
      .description = "images and other files that pages link to",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
