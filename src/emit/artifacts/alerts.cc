#include "emit/page_listing.h"

namespace runbookc {

namespace {

std::vector<PlannedArtifact> plan(const SiteInput& input) { return plan_listings(input, "alerts"); }

}  // namespace

const ArtifactMaker& alerts_artifact() {
  static const ArtifactMaker maker = {
      .name = "alerts",
      .description =
          "for each alert a page with the pages to read when it fires, and an index of them",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
