#include "emit/page_listing.h"

namespace runbookc {

namespace {

std::vector<PlannedArtifact> plan(const SiteInput& input) { return plan_listings(input, "tags"); }

}  // namespace

const ArtifactMaker& tags_artifact() {
  static const ArtifactMaker maker = {
      .name = "tags",
      .description = "for each tag a page with its pages, and an index of them",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
