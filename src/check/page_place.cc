#include "check/page_place.h"

#include <algorithm>

namespace runbookc {

Span title_place(const PageContext& context) {
  const Index title = title_section(context.document);
  if (title != kNone) {
    return context.document.sections[title].span;
  }
  const Span type = context.page.metadata.type.span;
  return type.valid() ? type : kFileStart;
}

Span front_matter_place(const Document& document) {
  return document.front_matter.present ? Span{.start = {1, 1}, .end = {1, 4}} : kFileStart;
}

bool is_rest_swallowed(const Document& document) {
  return std::ranges::any_of(document.code_blocks, [&](const CodeBlock& code) {
    return code.fenced && !code.closed && code.span.end.line + 1 >= document.line_count;
  });
}

bool is_unread(const Document& document) {
  return std::ranges::any_of(document.problems, [](const Problem& problem) {
    return problem.kind == ProblemKind::empty_file || problem.kind == ProblemKind::file_too_large ||
           problem.kind == ProblemKind::unreadable_file;
  });
}

}  // namespace runbookc
