// A finding as a code host shows it: at a place in the repository, in words, the worst ones first.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "report/reporter.h"
#include "source/span.h"

namespace runbookc {

// `path` from the top folder of the repository instead of from the project's root.
std::string repository_path(const ReportStyle& style, std::string_view path);

// "the fact; the remedy", or the fact alone, made harmless (report/safe_text.h).
std::string fact_and_remedy(const Diagnostic& found);

// The span with both places in the file: one that is nowhere (the file could not be read) is the
// file's start, and none ends before it starts.
Span shown_span(Span span);

// First and last line, both 1-based and both touched by the span.
struct LineRange {
  std::uint32_t first = 1;
  std::uint32_t last = 1;
};
LineRange shown_lines(Span span);

// Errors, then warnings, then infos; the report's order within each.
std::vector<const Diagnostic*> worst_first(const std::vector<Diagnostic>& diagnostics);

}  // namespace runbookc
