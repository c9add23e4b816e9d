// RB306: a picture or file that is not there.
#include <optional>

#include "check/link_finding.h"
#include "check/rule.h"

namespace runbookc {
namespace {

Finding finding_for(const PageContext& context, const JudgedLink& judged) {
  const Link& link = judged.link;
  if (link.target.empty()) {
    return {.span = link.span,
            .message = "the image has no source",
            .help = "write the path of the image, or remove it",
            .subject = link.text};
  }
  if (const std::optional<Finding> no_path = target_is_no_path(judged)) {
    return *no_path;
  }
  return {.span = target_place(link),
          .message = (link.image ? "the image '" : "the file '") + link.target + "' does not exist",
          .help = suggestion_or(judged.resolved.suggestion,
                                link.image ? "add the image, or remove it from the page"
                                           : "add the file, or remove the link"),
          .subject = link.target,
          .fix = retarget(context, judged, judged.resolved.suggestion),
          .references = references_of(judged)};
}

std::vector<Finding> check(const PageContext& context) {
  std::vector<Finding> findings;
  for (const JudgedLink& judged : links_with(context, LinkOutcome::target_missing)) {
    if (is_asset_link(judged)) {
      findings.push_back(finding_for(context, judged));
    }
  }
  return findings;
}

}  // namespace

const Rule& asset_missing_rule() {
  static const Rule rule = {
      .code = "RB306",
      .name = "asset-missing",
      .recommended = Severity::error,
      .summary = "an image or a file to download does not exist",
      .why =
          "A diagram that does not load and a script that cannot be fetched leave a gap "
          "exactly where words were thought not to be enough.\n\n"
          "Keep such files beside the document that uses them, and move them together.",
      .bad = {"# Restart the gateway\n"
              "\n"
              "![The path of a request](img/path.png)\n"},
      .good = {"=== restart.md\n"
               "# Restart the gateway\n"
               "\n"
               "![The path of a request](img/path.png)\n"
               "=== img/path.png\n"
               "(the picture)\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
