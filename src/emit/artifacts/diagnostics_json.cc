#include <cassert>

#include "emit/artifact.h"
#include "report/reporter.h"

namespace runbookc {

namespace {

std::string diagnostics_json(const SiteInput& input) {
  const ReportFormat* json = find_report_format("json");
  assert(json != nullptr);
  return json->render(input.report, ReportStyle{.verbose = true});
}

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  return {{"diagnostics.json", [&input] { return diagnostics_json(input); }, ""}};
}

}  // namespace

const ArtifactMaker& diagnostics_json_artifact() {
  static const ArtifactMaker maker = {
      .name = "diagnostics_json",
      .description = "the findings, as `check --format json` prints them",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
