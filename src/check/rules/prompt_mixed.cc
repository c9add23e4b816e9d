// RB603: commands and output in one block.
#include "check/page_place.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::string help_for(const CodeBlock& code) {
  return std::string("put the commands in a fence of their own") +
         (code.prompted ? ", without prompts, and the " : ", and the ") +
         "output in a fence 'text' behind it";
}

std::vector<Finding> check(const PageContext& context) {
  std::vector<Finding> findings;
  for (const CodeBlock& code : context.document.code_blocks) {
    if (!code.mixed) continue;
    findings.push_back({.span = {code.span.start, end_of_line(context.source, code.span.start)},
                        .message = "commands and what they print stand in one block",
                        .help = help_for(code),
                        .subject = code.text});
  }
  return findings;
}

}  // namespace

const Rule& prompt_mixed_rule() {
  static const Rule rule = {
      .code = "RB603",
      .name = "prompt-mixed",
      .recommended = Severity::off,
      .summary = "commands and what they print stand in one block",
      .why =
          "A reader who copies the block pastes prompts and output along with the commands. The "
          "page knows better and copies the commands alone, but the same file is read in editors "
          "and on code hosts, too.\n\nPut the commands in a fence without prompts, and what they "
          "print in a fence `text` behind it.",
      .bad = {"# Lag\n\n```console\n$ redis-cli ping\nPONG\n```\n"},
      .good = {"# Lag\n\n```bash\nredis-cli ping\n```\n\n```text\nPONG\n```\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
