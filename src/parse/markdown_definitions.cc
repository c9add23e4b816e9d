#include "parse/markdown_definitions.h"

#include "parse/markdown_content.h"
#include "parse/markdown_link_syntax.h"

namespace runbookc {
namespace {

struct Definition {
  std::string label;
  std::size_t begin = 0;  // of the destination
  std::size_t end = 0;
  std::size_t after = 0;  // one past the definition's line ending
};

// One past the line's ending, if only blanks stand before it.
std::optional<std::size_t> end_of_line(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  if (at == text.size()) return at;
  return text[at] == '\n' ? std::optional(at + 1) : std::nullopt;
}

std::optional<Definition> scan_definition(std::string_view text, std::size_t at) {
  const auto label_end = scan_label(text, at);
  if (!label_end || *label_end >= text.size() || text[*label_end] != ':') return std::nullopt;
  const auto destination = scan_destination(text, skip_blanks_and_line(text, *label_end + 1));
  if (!destination) return std::nullopt;
  Definition found{normal_label(text.substr(at + 1, *label_end - at - 2)), destination->begin,
                   destination->end, 0};
  if (found.label.empty()) return std::nullopt;
  const std::size_t title = skip_blanks_and_line(text, destination->after);
  const std::size_t title_end = title == destination->after ? title : scan_title(text, title);
  auto after = title_end == title ? std::nullopt : end_of_line(text, title_end);
  if (!after) after = end_of_line(text, destination->after);
  if (!after) return std::nullopt;
  found.after = *after;
  return found;
}

}  // namespace

Definitions::Definitions(const BodyLines& lines, const std::vector<std::uint32_t>& starts) {
  for (const std::uint32_t start : starts) scan_paragraph(lines, start);
}

void Definitions::scan_paragraph(const BodyLines& lines, std::uint32_t start) {
  std::string text;
  ContentMap map(lines);
  std::uint32_t line = start;
  for (; line <= lines.count(); ++line) {
    const LineInfo& info = lines.info(line);
    if (info.leaf != LeafKind::paragraph || info.leaf_line != start) break;
    const std::string_view part = lines.leaf_text(line);
    map.add_line(line, part.size() + 1);
    text.append(part).push_back('\n');
  }
  const LineInfo& next = lines.info(line);
  if (next.leaf == LeafKind::table && next.leaf_line == start) return;
  std::size_t at = 0;
  while (at < text.size() && text[at] == '[') {
    const auto found = scan_definition(text, at);
    if (!found) break;
    targets_.try_emplace(found->label, map.span(found->begin, found->end));
    at = found->after;
  }
}

std::optional<Span> Definitions::target(std::string_view label) const {
  if (targets_.empty()) return std::nullopt;
  const auto found = targets_.find(normal_label(label));
  return found == targets_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace runbookc
