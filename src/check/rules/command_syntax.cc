// RB601: a command that a shell refuses.
#include "check/rule.h"
#include "check/syntax_help.h"

namespace runbookc {
namespace {

Finding finding_of(const Command& command, const CodeBlock& code,
                   const std::string& configuration) {
  const Span span = command.syntax_span.valid() ? command.syntax_span : command.span;
  const bool tagged = !code.language.empty();
  return {.span = span,
          .message = command.syntax_message,
          .help = syntax_help(command, tagged, configuration),
          .subject = command.text,
          .at_most = tagged ? Severity::error : Severity::warning};
}

std::vector<Finding> check(const PageContext& context) {
  std::vector<Finding> findings;
  // A block is read once for all of its commands, which follow each other.
  Index block = kNone;
  std::string configuration;
  for (const Command& command : context.document.commands) {
    if (command.syntax != SyntaxVerdict::error) continue;
    const CodeBlock& code = context.document.code_blocks[command.code_block];
    if (command.code_block != block) configuration = configuration_language(code);
    block = command.code_block;
    findings.push_back(finding_of(command, code, configuration));
  }
  return findings;
}

}  // namespace

const Rule& command_syntax_rule() {
  static const Rule rule = {
      .code = "RB601",
      .name = "command-syntax",
      .recommended = Severity::error,
      .summary = "a command is no valid shell",
      .why =
          "Pasted into a shell it fails, or worse: what comes before the mistake has run, and an "
          "open quote swallows what comes after.\n\nEach block is read by a grammar of POSIX shell "
          "and of the bash that people write; placeholders such as `<pod-name>` are text. What is "
          "no shell at all (a configuration, a log, a query) belongs in a fence with its own "
          "language. In a block without a language, which only reads as shell, the finding is a "
          "warning at most.",
      .bad = {"# Restart\n\n```bash\nif systemctl is-active gateway; then\n  systemctl restart "
              "gateway\nend\n```\n"},
      .good = {"# Restart\n\n```bash\nif systemctl is-active gateway; then\n  systemctl restart "
               "gateway\nfi\n```\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
