#include "emit/page_listing.h"

namespace runbookc {

namespace {

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  return plan_listings(input, "severities");
}

}  // namespace

const ArtifactMaker& severities_artifact() {
  static const ArtifactMaker maker = {
      .name = "severities",
      .description = "for each severity a page with its meaning and pages, and an index of them",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
