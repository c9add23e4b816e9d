#include "parse/accepted_lines.h"

#include <algorithm>
#include <limits>

#include "base/text.h"

namespace runbookc {
namespace {

using LineRange = std::pair<std::uint32_t, std::uint32_t>;

constexpr std::uint32_t kLastLine = std::numeric_limits<std::uint32_t>::max();

bool names(const Directive& directive, std::string_view code, std::string_view name) {
  return std::ranges::any_of(directive.rules, [&](const DirectiveRule& rule) {
    return equals_ignoring_case(rule.name, code) || equals_ignoring_case(rule.name, name);
  });
}

// The line or the block that follows: other directives may stand in between.
LineRange lines_below(const SourceFile& file, const Document& document, std::uint32_t line) {
  const auto is_passed = [&](std::string_view text) {
    const std::string_view bare = trim(text);
    return bare.find_first_not_of("> \t") == std::string_view::npos ||
           (bare.starts_with("<!-- runbookc-") && bare.ends_with("-->"));
  };
  while (line < file.line_count() && is_passed(file.line(line))) ++line;
  LineRange lines{line, line};
  const auto line_of = [](const Block& block) { return block.span.start.line; };
  for (const Block& block : std::ranges::equal_range(document.blocks, line, {}, line_of)) {
    const bool whole = block.kind == BlockKind::code || block.kind == BlockKind::table;
    if (whole) lines.second = block.span.end.line;
  }
  return lines;
}

// Sorted and apart from each other.
std::vector<LineRange> merged(std::vector<LineRange> lines) {
  std::ranges::sort(lines);
  std::vector<LineRange> out;
  for (const LineRange& next : lines) {
    if (!out.empty() && next.first <= out.back().second)
      out.back().second = std::max(out.back().second, next.second);
    else
      out.push_back(next);
  }
  return out;
}

}  // namespace

std::vector<LineRange> accepted_lines(const SourceFile& file, const Document& document,
                                      std::string_view code, std::string_view name) {
  std::vector<LineRange> lines;
  std::uint32_t open = 0;  // the line at which an open stretch begins
  for (const Directive& directive : document.directives) {
    const bool named = names(directive, code, name);
    if (directive.kind == DirectiveKind::enable && open > 0 && (named || directive.rules.empty())) {
      lines.emplace_back(open, directive.span.end.line);
      open = 0;
    }
    if (!named) continue;
    if (directive.kind == DirectiveKind::disable_file) return {{1, kLastLine}};
    if (directive.kind == DirectiveKind::disable_next_line)
      lines.push_back(lines_below(file, document, directive.span.end.line + 1));
    if (directive.kind == DirectiveKind::disable && open == 0) open = directive.span.start.line;
  }
  if (open > 0) lines.emplace_back(open, kLastLine);
  return merged(std::move(lines));
}

}  // namespace runbookc
