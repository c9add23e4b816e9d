#include "check/page_place.h"

#include <algorithm>
#include <cstdint>

#include "base/unicode.h"

namespace runbookc {

Span title_place(const PageContext& context) {
  const Index title = title_section(context.document);
  if (title != kNone) {
    return context.document.sections[title].span;
  }
  const Span type = context.page.metadata.type.span;
  if (type.valid()) {
    return type;
  }
  const Value* name = context.document.front_matter.root.find("title");
  return name != nullptr && name->span.valid() ? name->span : front_matter_place(context.document);
}

Span front_matter_place(const Document& document) {
  return document.front_matter.present ? Span{.start = {1, 1}, .end = {1, 4}} : kFileStart;
}

Position end_of_line(const SourceFile& source, Position place) {
  const auto width = static_cast<std::uint32_t>(count_code_points(source.line(place.line)));
  return {place.line, std::max(place.column, width + 1)};
}

bool is_rest_swallowed(const Document& document) {
  const bool inverts_fences = std::ranges::any_of(document.problems, [](const Problem& problem) {
    return problem.kind == ProblemKind::swallowing_fence;
  });
  return inverts_fences || std::ranges::any_of(document.code_blocks, [&](const CodeBlock& code) {
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
