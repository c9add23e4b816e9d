#include "emit/page_listing.h"

namespace runbookc {

namespace {

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  return plan_listings(input, "services");
}

}  // namespace

const ArtifactMaker& services_artifact() {
  static const ArtifactMaker maker = {
      .name = "services",
      .description = "for each service a page with its pages, and an index of them",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
