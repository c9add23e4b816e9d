// RB303: a link that works on one machine and not on the next.
#include "check/link_finding.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  std::vector<Finding> findings;
  for (const JudgedLink& judged : links_with(context, LinkOutcome::case_mismatch)) {
    const ResolvedLink& resolved = judged.resolved;
    findings.push_back({.span = target_place(judged.link),
                        .message = "'" + judged.link.target + "' differs in case from '" +
                                   resolved.path + "', as it is on disk",
                        .help = "write '" + resolved.suggestion + "'",
                        .subject = judged.link.target,
                        .fix = retarget(context, judged, resolved.suggestion),
                        .references = references_of(judged)});
  }
  return findings;
}

}  // namespace

const Rule& case_mismatch_rule() {
  static const Rule rule = {
      .code = "RB303",
      .name = "case-mismatch",
      .recommended = Severity::error,
      .summary = "a link differs from the name of its target in upper and lower case",
      .why =
          "On a Mac or on Windows `Failover.md` opens `failover.md`; on the web server, "
          "on Linux and on GitHub it does not. The writer never sees what every reader "
          "does.\n\n"
          "Write the name exactly as it is on disk.",
      .bad = {"=== restart.md\n"
              "# Restart the gateway\n"
              "\n"
              "If that fails, [fail over](Failover.md).\n"
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
