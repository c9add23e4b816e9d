// RB008: placeholders that other renderers drop without a word.
#include <algorithm>
#include <string_view>

#include "check/lone_tag.h"
#include "check/problem_findings.h"
#include "check/rule.h"

namespace runbookc {
namespace {

bool stands_alone(const SourceFile& source, const Span& span) {
  const ByteRange tag = source.bytes_of(span);
  return is_lone_tag(source.bytes(), tag.begin, tag.end);
}

bool is_sentence(std::string_view text) {
  const auto is_between = [](char c, char first, char last) { return c >= first && c <= last; };
  return text.size() > 2 && is_between(text[0], 'A', 'Z') && is_between(text[1], 'a', 'z') &&
         text.ends_with('.');
}

// Whether the line begins in the middle of indented code: it lost its indentation, and what looks
// like prose is the rest of a command or its output.
bool follows_indented_code(const Document& document, const Span& span) {
  const auto start = [](const Block& block) { return block.span.start; };
  const auto next = std::ranges::upper_bound(document.blocks, span.start, {}, start);
  if (next == document.blocks.begin() || (next - 1)->kind != BlockKind::paragraph) return false;
  if (is_sentence((next - 1)->text)) return false;
  const auto last_line = [](const CodeBlock& code) { return code.span.end.line; };
  const auto code = std::ranges::lower_bound(document.code_blocks, (next - 1)->span.start.line - 1,
                                             {}, last_line);
  return code != document.code_blocks.end() && !code->fenced &&
         last_line(*code) + 1 == (next - 1)->span.start.line;
}

bool is_quoted(const SourceFile& source, const Span& span) {
  const ByteRange tag = source.bytes_of(span);
  return is_in_quoted_name(source.bytes(), tag.begin, tag.end);
}

std::vector<Finding> check(const PageContext& context) {
  auto findings = problem_findings(context.document, ProblemKind::vanishing_html);
  for (Finding& finding : findings) {
    if (follows_indented_code(context.document, finding.span)) {
      finding.fix.reset();
      finding.help = "indent these lines as far as the code above them, or fence it all with ```";
      continue;
    }
    if (!finding.fix || stands_alone(context.source, finding.span)) continue;
    finding.fix.reset();
    finding.help =
        is_quoted(context.source, finding.span)
            ? "write '\\<' for '<'"
            : "put the whole command, path or setting in backticks, or write '\\<' for '<'";
  }
  return findings;
}

}  // namespace

const Rule& vanishing_html_rule() {
  static const Rule rule = {.code = "RB008",
                            .name = "vanishing-html",
                            .recommended = Severity::warning,
                            .summary = "a placeholder in angle brackets is read as HTML",
                            .why =
                                "Most renderers take `<cluster-id>` in prose for an unknown HTML "
                                "element and show nothing, so a reader "
                                "sees `delete the cluster` where the writer meant a name. We show "
                                "it, but the same file is also read on "
                                "GitHub and in wikis.\n\n"
                                "Put it in backticks, with the command or path that it is a part "
                                "of. `fix` does so only for one that stands alone: not if it "
                                "touches more than white space, brackets and the punctuation "
                                "behind it, nor if its paragraph holds a prompt, a program's name, "
                                "an option, a path, a variable or a setting that is not in "
                                "backticks. Right below indented code it is a line of that code "
                                "which lost its indentation, unless it is a sentence.",
                            .bad = {"# Gateway\n\nDrain the node <node-name> first.\n"},
                            .good = {"# Gateway\n\nDrain the node `<node-name>` first.\n"},
                            .check_page = check};
  return rule;
}

}  // namespace runbookc
