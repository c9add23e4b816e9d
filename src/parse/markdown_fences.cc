#include "parse/markdown_fences.h"

#include <fmt/format.h>

namespace runbookc {

void report_unclosed_fences(MarkdownBuild& build) {
  const Document& document = *build.document;
  std::uint32_t stray_line = 0;  // where a fence stands that was meant to close another
  for (const CodeBlock& code : document.code_blocks) {
    if (code.closed || code.span.start.line == stray_line) continue;
    const std::uint32_t line = code.span.start.line;
    const auto next_line = static_cast<std::uint32_t>(line + code.line_starts.size() + 1);
    const bool to_end = next_line > document.line_count;
    const std::string what = fmt::format("the code fence opened on line {} is never closed", line);
    const std::string subject = "fence " + code.info;
    if (to_end) {
      build.add_problem(
          ProblemKind::unclosed_fence, code.span, what + ": the rest of the page is code",
          "close it with a line of the same marks, after the last line of code", subject);
    } else {
      build.add_problem(ProblemKind::unclosed_fence, code.span,
                        fmt::format("{}: line {} ends its list item or quote", what, next_line),
                        "indent the code and the closing fence as far as the text of the item",
                        subject);
      stray_line = next_line;
    }
    build.document->problems.back().span.end = {line, code.span.start.column + 3};
  }
}

}  // namespace runbookc
