// RB609: a command that waits or never ends.
#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "check/rule.h"
#include "check/shown_command.h"
#include "check/told_waiting.h"
#include "check/waiting_help.h"
#include "parse/introduction.h"

namespace runbookc {
namespace {

Finding finding_of(const Command& command) {
  const std::string_view fact =
      command.blocking ? "does not end by itself" : "waits for somebody to answer";
  return {.span = command.span,
          .message = fmt::format("'{}' {}", shown_command(command), fact),
          .help = waiting_help(command),
          .subject = command.text};
}

// `chroot /host` directly behind `oc debug` goes on in the shell that was reported.
bool is_same_shell(const Command& before, const Command& command) {
  return before.code_block == command.code_block && command.text.starts_with("chroot ");
}

std::vector<Finding> check(const PageContext& context) {
  const Document& document = context.document;
  const Introductions introductions(document.blocks);
  ToldWaiting told(document, introductions);
  std::vector<Finding> findings;
  const Command* reported = nullptr;
  for (const Command& command : document.commands) {
    const Command* before = std::exchange(reported, nullptr);
    if ((!command.interactive && !command.blocking) || prompts_itself(command)) continue;
    if (told.is_told(command)) continue;
    reported = &command;
    if (before == nullptr || !is_same_shell(*before, command))
      findings.push_back(finding_of(command));
  }
  return findings;
}

}  // namespace

const Rule& command_interactive_rule() {
  static const Rule rule = {
      .code = "RB609",
      .name = "command-interactive",
      .recommended = Severity::off,
      .summary = "a command waits for answers or never ends",
      .why =
          "What follows in the block is never run, or becomes the answer to a question. A reader "
          "who does not expect it sits in front of a screen that does nothing.\n\nPass the option "
          "that answers (`-y`) or limits it (`--tail=100`), or say what to type and how to stop or "
          "leave it: in the step, beside the block or in a comment (\"press Ctrl-C\", \"inside the "
          "pod\", \"then exit\"), or by what follows in the block (`sh-4.4# …`, `exit`). What says "
          "itself what to type (`read -p`) is left alone.",
      .bad = {"# Logs\n\n```bash\nkubectl logs --follow deployment/orders\n```\n"},
      .good = {"# Logs\n\n```bash\nkubectl logs --tail=100 deployment/orders\n```\n"},
      .check_page = check,
      .reach = {.section = true}};
  return rule;
}

}  // namespace runbookc
