// RB604: commands in a fence without a language.
#include <algorithm>
#include <string>
#include <string_view>

#include "check/page_place.h"
#include "check/rule.h"

namespace runbookc {
namespace {

// Behind the marks of the fence.
Position fence_end(const SourceFile& source, const CodeBlock& code) {
  const std::string_view line =
      source.text({code.span.start, end_of_line(source, code.span.start)});
  const std::size_t marks =
      line.empty() ? 0 : std::min(line.find_first_not_of(line[0]), line.size());
  Position end = code.span.start;
  end.column += static_cast<std::uint32_t>(marks);
  return end;
}

Finding untagged(const SourceFile& source, const CodeBlock& code) {
  const Position end = fence_end(source, code);
  const std::string language = code.prompted ? "console" : "bash";
  // Colours of a shell over what it printed would be wrong.
  if (code.mixed && !code.prompted)
    return {.span = {code.span.start, end},
            .message = "the fence holds commands and names no language",
            .help = "put what they print in a fence 'text' behind it, and write 'bash' here",
            .subject = code.text};
  return {.span = {code.span.start, end},
          .message = "the fence holds commands and names no language",
          .help = "write '" + language + "' behind it",
          .subject = code.text,
          .fix = Fix{.description = "write '" + language + "' behind the fence",
                     .edits = {{.range = {end, end}, .text = language}}}};
}

// Its command was taken for a language, so that pages of other tools do not show it.
Finding beside_fence(const CodeBlock& code) {
  return {.span = {code.content.start, code.content.start},
          .message = "the command stands on the line of the fence, where most pages do not show it",
          .help = "put it on a line of its own, and write 'bash' behind the fence",
          .subject = code.text};
}

std::vector<Finding> check(const PageContext& context) {
  std::vector<Finding> findings;
  for (const CodeBlock& code : context.document.code_blocks) {
    if (code.role != CodeRole::shell || !code.fenced || !code.language.empty()) continue;
    if (code.info.empty()) {
      findings.push_back(untagged(context.source, code));
    } else if (code.content.start.line == code.span.start.line) {
      Finding& found = findings.emplace_back(beside_fence(code));
      found.span.end = end_of_line(context.source, found.span.start);
    }
  }
  return findings;
}

}  // namespace

const Rule& language_missing_rule() {
  static const Rule rule = {
      .code = "RB604",
      .name = "language-missing",
      .recommended = Severity::info,
      .summary = "a block of commands does not name its language",
      .why =
          "Without a language a renderer shows the block without colours, and every tool has to "
          "guess what it is: this one reads it as shell only where that is certain.\n\n`fix` "
          "writes `bash` behind the fence, or `console` where commands have prompts.",
      .bad = {"# Lag\n\n```\n$ redis-cli --latency-history\n```\n"},
      .good = {"# Lag\n\n```console\n$ redis-cli --latency-history\n```\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
