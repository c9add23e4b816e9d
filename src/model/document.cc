#include "model/document.h"

#include <algorithm>

namespace runbookc {
namespace {

// The text that a reader would take in; a container's is in its descendants.
std::string_view text_of(const Document& document, const Block& block) {
  switch (block.kind) {
    case BlockKind::paragraph:
    case BlockKind::cell:
      return block.text;
    case BlockKind::code:
      return block.payload < document.code_blocks.size()
                 ? std::string_view(document.code_blocks[block.payload].text)
                 : std::string_view();
    default:
      return {};
  }
}

}  // namespace

Index title_section(const Document& document) {
  const auto first = std::ranges::find(document.sections, false, &Section::nested);
  if (first == document.sections.end() || first->level != 1) return kNone;
  return static_cast<Index>(first - document.sections.begin());
}

std::string_view alert_title(const Document& document, const Block& alert) {
  const bool has_title = alert.kind == BlockKind::alert && alert.number > 0;
  return has_title ? std::string_view(document.alert_titles[alert.number - 1]) : "";
}

std::vector<std::string> section_path(const Document& document, Index section) {
  std::vector<std::string> titles;
  for (; section < document.sections.size(); section = document.sections[section].parent) {
    titles.push_back(document.sections[section].title);
  }
  std::ranges::reverse(titles);
  return titles;
}

Index section_tree_end(const Document& document, Index section) {
  const Section& root = document.sections[section];
  return document.sections[std::max(root.end, section + 1) - 1].end_block;
}

std::string section_text(const Document& document, Index section) {
  std::string text;
  const Index end = section_tree_end(document, section);
  for (Index i = document.sections[section].first_block; i < end; ++i) {
    const std::string_view piece = text_of(document, document.blocks[i]);
    if (piece.empty()) continue;
    if (!text.empty()) text += '\n';
    text += piece;
  }
  return text;
}

}  // namespace runbookc
