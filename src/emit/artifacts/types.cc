#include "emit/page_listing.h"

namespace runbookc {

namespace {

std::vector<PlannedArtifact> plan(const SiteInput& input) { return plan_listings(input, "types"); }

}  // namespace

const ArtifactMaker& types_artifact() {
  static const ArtifactMaker maker = {
      .name = "types",
      .description = "for each type of document a page with its pages, and an index of them",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
