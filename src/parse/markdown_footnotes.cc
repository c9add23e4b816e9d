#include "parse/markdown_footnotes.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/unicode.h"
#include "parse/hidden_tags.h"

namespace runbookc {
namespace {

// The lines of the source on which the footnotes that are shown begin, by label in lower case.
std::unordered_map<std::string, std::uint32_t> shown_footnotes(const Document& document) {
  std::unordered_map<std::string, std::uint32_t> shown;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::footnote) continue;
    shown.emplace(to_lower(block.text), block.span.start.line);
  }
  return shown;
}

Span marker_span(const BodyLines& lines, const FedFootnote& footnote) {
  const std::string marker = "[^" + footnote.label + "]:";
  const std::string_view text = lines.source(footnote.line);
  const std::size_t at = text.find(marker);
  if (at == std::string_view::npos) {
    return {lines.source_position(footnote.line, 0), lines.trimmed_end(footnote.line)};
  }
  const auto begin = static_cast<std::uint32_t>(at);
  const auto size = static_cast<std::uint32_t>(marker.size());
  return {lines.source_position(footnote.line, begin),
          lines.source_position(footnote.line, begin + size)};
}

}  // namespace

void report_lost_footnotes(MarkdownBuild& build, const std::vector<FedFootnote>& defined) {
  if (defined.empty()) return;
  const auto shown = shown_footnotes(*build.document);
  for (const FedFootnote& footnote : defined) {
    const Span span = marker_span(*build.lines, footnote);
    const std::string label = without_hidden(footnote.label);
    const auto namesake = shown.find(to_lower(footnote.label));
    if (namesake == shown.end()) {
      build.add_problem(ProblemKind::broken_link, span,
                        "the footnote '" + label + "' is not shown: nothing refers to it",
                        "write '[^" + label + "]' where it belongs, or make it a paragraph", label);
    } else if (namesake->second != span.start.line) {
      build.add_problem(ProblemKind::broken_link, span,
                        "this footnote '" + label + "' is not shown: line " +
                            std::to_string(namesake->second) + " has another",
                        "give one of the two a label of its own", label);
    }
  }
}

}  // namespace runbookc
