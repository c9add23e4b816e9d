// RB301: a link that leads nowhere, at the moment when somebody follows it.
#include <optional>
#include <utility>

#include "check/link_finding.h"
#include "check/refused_scheme.h"
#include "check/rule.h"

namespace runbookc {
namespace {

Finding finding_for(const PageContext& context, const JudgedLink& judged) {
  const ResolvedLink& resolved = judged.resolved;
  if (judged.link.target.empty()) {
    return {.span = judged.link.span,
            .message = "the link has no target",
            .help = "write where it leads to, or leave only the text",
            .subject = judged.link.text};
  }
  if (judged.link.target.starts_with("www.")) {
    return {.span = target_place(judged.link),
            .message = "'" + judged.link.target + "' is read as the name of a file",
            .help = "write 'https://' before it",
            .subject = judged.link.target};
  }
  if (const std::optional<Finding> no_path = target_is_no_path(judged)) {
    return *no_path;
  }
  return {.span = target_place(judged.link),
          .message = "'" + judged.link.target + "' does not exist",
          .help = suggestion_or(resolved.suggestion, "create the file, or remove the link"),
          .subject = judged.link.target,
          .fix = retarget(context, judged, resolved.suggestion),
          .references = references_of(judged)};
}

std::vector<Finding> check(const PageContext& context) {
  std::vector<Finding> findings;
  for (const JudgedLink& judged : links_with(context, LinkOutcome::target_missing)) {
    if (!is_asset_link(judged)) {
      findings.push_back(finding_for(context, judged));
    }
  }
  for (const JudgedLink& judged : links_with(context, LinkOutcome::external)) {
    if (auto refused = refused_scheme(judged.link)) findings.push_back(std::move(*refused));
  }
  return findings;
}

}  // namespace

const Rule& target_missing_rule() {
  static const Rule rule = {
      .code = "RB301",
      .name = "target-missing",
      .recommended = Severity::error,
      .summary = "a link leads to no file",
      .why =
          "A reader follows a link in a runbook because the next step stands there. If "
          "the file was renamed, moved or never written, the procedure ends in the "
          "middle of an incident.\n\n"
          "Targets are read relative to the document; a leading `/` means the content "
          "root. The extension may be left out, a folder means its README or index, and "
          "names of the built site (`failover.html`) work too. If a document moved, "
          "list its old place under `aliases` in its front matter: then its readers' "
          "bookmarks keep working and this rule knows the new one.\n\n"
          "An address of a scheme that the site does not link (`javascript:`, or one that no "
          "reader's program is known to open) is reported as well: only its text is left there.",
      .bad = {"=== restart.md\n"
              "# Restart the gateway\n"
              "\n"
              "If that fails, [fail over](failovr.md).\n"
              "=== failover.md\n"
              "# Fail over\n"},
      .good = {"=== restart.md\n"
               "# Restart the gateway\n"
               "\n"
               "If that fails, [fail over](failover.md).\n"
               "=== failover.md\n"
               "# Fail over\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
