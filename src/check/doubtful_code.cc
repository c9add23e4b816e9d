#include "check/doubtful_code.h"

#include <algorithm>

namespace runbookc {
namespace {

bool is_swallowing(const Document& document, const CodeBlock& code) {
  return std::ranges::any_of(document.problems, [&](const Problem& problem) {
    return problem.kind == ProblemKind::swallowing_fence && problem.span.start == code.span.start;
  });
}

std::vector<Span> doubtful_spans(const Document& document) {
  const bool swallows = std::ranges::any_of(document.problems, [](const Problem& problem) {
    return problem.kind == ProblemKind::swallowing_fence;
  });
  std::vector<Span> spans;
  for (const CodeBlock& code : document.code_blocks) {
    if (!code.closed || (swallows && is_swallowing(document, code))) spans.push_back(code.span);
  }
  return spans;
}

bool is_of_commands(const Diagnostic& diagnostic) {
  return diagnostic.code.starts_with("RB6") && diagnostic.code != "RB608";
}

}  // namespace

void drop_doubtful(std::vector<Diagnostic>& diagnostics, const Document& document) {
  const std::vector<Span> spans = doubtful_spans(document);
  if (spans.empty()) return;
  std::erase_if(diagnostics, [&](const Diagnostic& diagnostic) {
    return is_of_commands(diagnostic) && std::ranges::any_of(spans, [&](const Span& span) {
             return span.start <= diagnostic.span.start && diagnostic.span.start < span.end;
           });
  });
}

}  // namespace runbookc
