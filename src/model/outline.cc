#include "model/outline.h"

#include <algorithm>

#include "base/text.h"

namespace runbookc {
namespace {

std::vector<Section> without_blocks(std::vector<Section> sections) {
  for (Section& section : sections) section.first_block = section.end_block = 0;
  return sections;
}

std::vector<Link> without_texts(const std::vector<Link>& links) {
  std::vector<Link> targets;
  targets.reserve(links.size());
  for (const Link& link : links) {
    targets.push_back({.kind = link.kind,
                       .image = link.image,
                       .target = link.target,
                       .text = {},
                       .span = {},
                       .target_span = link.target_span});
  }
  return targets;
}

std::vector<Block> first_paragraph(const std::vector<Block>& blocks) {
  const auto paragraph = std::ranges::find_if(blocks, [](const Block& block) {
    return block.kind == BlockKind::paragraph && block.parent == kNone && !trim(block.text).empty();
  });
  if (paragraph == blocks.end()) return {};
  Block alone;
  alone.kind = BlockKind::paragraph;
  alone.end = 1;
  alone.text = paragraph->text;
  return {std::move(alone)};
}

}  // namespace

Document outline_of(const Document& document) {
  Document outline;
  outline.path = document.path;
  outline.content_path = document.content_path;
  outline.source_hash = document.source_hash;
  outline.hides_secrets = document.hides_secrets;
  outline.line_count = document.line_count;
  outline.front_matter = document.front_matter;
  outline.blocks = first_paragraph(document.blocks);
  outline.sections = without_blocks(document.sections);
  outline.links = without_texts(document.links);
  outline.anchors = document.anchors;
  outline.directives = document.directives;
  return outline;
}

}  // namespace runbookc
