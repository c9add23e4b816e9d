// RB613: a download that is run unseen.
#include "check/problem_findings.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::vector<Finding> check(const PageContext& context) {
  return problem_findings(context.document, ProblemKind::pipe_to_shell);
}

}  // namespace

const Rule& pipe_to_shell_rule() {
  static const Rule rule = {
      .code = "RB613",
      .name = "pipe-to-shell",
      .recommended = Severity::warning,
      .summary = "a download is run without a look at it",
      .why =
          "`curl … | bash` runs whatever the other side sends at that moment, with the rights of "
          "the person on call, and half of it if the connection breaks. Nobody can say afterwards "
          "what it was.\n\nDownload it to a file, compare its digest with the one that was "
          "reviewed, and run that; or keep the script beside the runbook. Programs that only "
          "filter the download (`| jq`, `| python3 -m json.tool`) are left alone.",
      .bad = {"# Agent\n\n```bash\ncurl -fsSL https://example.com/install.sh | sudo bash\n```\n"},
      .good =
          {"# Agent\n\n```bash\ncurl -fsSLo install.sh https://example.com/install.sh\nsha256sum "
           "--check install.sh.sha256\nsudo bash install.sh\n```\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
