// RB304: a link to what only the writer has.
#include <string>
#include <string_view>

#include "base/path.h"
#include "check/link_finding.h"
#include "check/rule.h"
#include "corpus/link_target.h"

namespace runbookc {
namespace {

std::string remedy(const PageContext& context, const LinkTarget& target) {
  const std::string_view folder = parent_path(context.document.path);
  // Else a symbolic link leads out.
  const bool climbs = target.kind == TargetKind::content_path && !target.absolute &&
                      !resolve_path(folder, target.path);
  return climbs ? "check from a folder further up, if the project begins there (start in it, or "
                  "move runbookc.yaml up); else link to it by its URL"
                : "link to it by its URL, or copy it into the project";
}

Finding finding_for(const PageContext& context, const JudgedLink& judged) {
  const std::string& target = judged.link.target;
  const LinkTarget parts = split_target(target);
  const bool on_disk = parts.kind == TargetKind::local_disk;
  return {.span = target_place(judged.link),
          .message = on_disk ? "'" + target + "' is a path on one machine"
                             : "'" + target + "' leads out of the project",
          .help = suggestion_or(judged.resolved.suggestion, remedy(context, parts)),
          .subject = target,
          .fix = retarget(context, judged, judged.resolved.suggestion),
          .references = references_of(judged)};
}

std::vector<Finding> check(const PageContext& context) {
  std::vector<Finding> findings;
  for (const JudgedLink& judged : links_with(context, LinkOutcome::escapes_root)) {
    findings.push_back(finding_for(context, judged));
  }
  return findings;
}

}  // namespace

const Rule& escapes_root_rule() {
  static const Rule rule = {
      .code = "RB304",
      .name = "escapes-root",
      .recommended = Severity::error,
      .summary = "a link leads out of the project",
      .why =
          "What lies above the project's folder, behind a symbolic link that leaves it, "
          "or on a drive (`C:\\tools`, `file:///home`) is not there for readers of the "
          "site, and not in the checkout of a colleague either.\n\n"
          "Link to it by its URL, or bring it into the project. If the project is "
          "larger than you thought, start the check in its top folder or put "
          "`runbookc.yaml` there.",
      .bad = {"=== restart.md\n"
              "# Restart the gateway\n"
              "\n"
              "The [list of hosts](../../inventory/hosts.md) says where it runs.\n"},
      .good = {"=== restart.md\n"
               "# Restart the gateway\n"
               "\n"
               "The [list of hosts](https://git.example.com/ops/inventory/hosts.md) says where it "
               "runs.\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
