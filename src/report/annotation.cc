#include "report/annotation.h"

#include <algorithm>
#include <functional>

#include "base/path.h"
#include "report/safe_text.h"

namespace runbookc {

std::string repository_path(const ReportStyle& style, std::string_view path) {
  return join_path(style.path_prefix, path);
}

std::string fact_and_remedy(const Diagnostic& found) {
  return safe_text(found.help.empty() ? found.message : found.message + "; " + found.help);
}

Span shown_span(Span span) {
  const auto in_file = [](Position place) {
    return Position{std::max(place.line, 1U), std::max(place.column, 1U)};
  };
  const Position start = in_file(span.start);
  return {start, std::max(start, in_file(span.end))};
}

// A span that ends before the first column of a line does not touch that line.
LineRange shown_lines(Span span) {
  const auto [start, end] = shown_span(span);
  const bool ends_before = end.line > start.line && end.column == 1;
  return {start.line, ends_before ? end.line - 1 : end.line};
}

std::vector<const Diagnostic*> worst_first(const std::vector<Diagnostic>& diagnostics) {
  std::vector<const Diagnostic*> out;
  out.reserve(diagnostics.size());
  for (const Diagnostic& found : diagnostics) out.push_back(&found);
  std::ranges::stable_sort(out, std::ranges::greater(), &Diagnostic::severity);
  return out;
}

}  // namespace runbookc
