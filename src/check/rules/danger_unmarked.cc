// RB606: a command that destroys, without a warning.
#include <algorithm>
#include <string>
#include <string_view>

#include "check/danger_mark.h"
#include "check/made_things.h"
#include "check/rule.h"
#include "check/way_back.h"

namespace runbookc {
namespace {

// What deletes a pod looks like what deletes a volume, where the kind is left out.
std::string help_for(const Command& command) {
  constexpr std::string_view kWarn =
      "write a line with ⚠️ or WARNING above it that says what is lost";
  return has_unread_kind(command)
             ? "write its kind ('pod'); if that does not come back by itself, " + std::string(kWarn)
             : std::string(kWarn);
}

Finding finding_of(const Command& command) {
  return {.span = command.span,
          .message = "this command " + command.risk_reason + ", and nothing warns of it",
          .help = help_for(command),
          .subject = command.text};
}

std::vector<Finding> check(const PageContext& context) {
  const auto destroys = [](const Command& command) { return command.risk == Risk::destroy; };
  const Document& document = context.document;
  if (std::ranges::none_of(document.commands, destroys)) return {};
  DangerMarks marks(document);
  const MadeThings made(document);
  std::vector<Finding> findings;
  for (const Command& command : document.commands) {
    if (destroys(command) && !marks.is_marked(command) && !made.is_written(command))
      findings.push_back(finding_of(command));
  }
  return findings;
}

}  // namespace

const Rule& danger_unmarked_rule() {
  static const Rule rule = {
      .code = "RB606",
      .name = "danger-unmarked",
      .recommended = Severity::warning,
      .summary = "a command destroys something and nothing warns of it",
      .why =
          "At three in the morning commands are pasted one after another. The one that cannot be "
          "undone has to look different before it is pasted.\n\nWrite `⚠️`, WARNING, DANGER or "
          "CAUTION in its step, in the line above or in a comment of the block, or an alert (`> "
          "[!WARNING]`), and say what is lost. What destroys is written down in tables "
          "(docs/risk.md); a project adds to them by `programs` and `danger` in runbookc.yaml.\n\n"
          "The words count in capitals, or where a sentence begins with them (`Warning: …`), but "
          "not as a level of logs (`WARNING lines`) and not where they are denied. So do plain "
          "words of loss: data loss, cannot be undone, no way back, irreversible, unrecoverable, "
          "permanently, count as lost, is or will be lost, destroys, destructive. HTML comments do "
          "not count, since a reader does not see them.",
      .bad = {"# Cache\n\nEmpty it:\n\n```bash\nredis-cli FLUSHALL\n```\n"},
      .good =
          {"# Cache\n\n⚠️ Every key is lost, sessions too:\n\n```bash\nredis-cli FLUSHALL\n```\n"},
      .check_page = check,
      .reach = {.section = true}};
  return rule;
}

}  // namespace runbookc
