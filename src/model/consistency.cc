#include "model/consistency.h"

#include <algorithm>

namespace runbookc {
namespace {

template <typename T>
bool refers(Index index, const std::vector<T>& list) {
  return index == kNone || index < list.size();
}

// A tree as a flat list in pre-order: parents come first, and ends lie behind.
template <typename T>
bool is_tree(const std::vector<T>& nodes) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const bool after_parent = nodes[i].parent == kNone || nodes[i].parent < i;
    if (!after_parent || nodes[i].end <= i || nodes[i].end > nodes.size()) return false;
  }
  return true;
}

bool sections_fit(const Document& document) {
  const std::size_t blocks = document.blocks.size();
  return is_tree(document.sections) &&
         std::ranges::all_of(document.sections, [&](const Section& section) {
           return section.first_block <= section.end_block && section.end_block <= blocks;
         });
}

// Of a heading it is its section; of code, the code block.
bool payload_fits(const Document& document, const Block& block) {
  return block.kind == BlockKind::heading ? refers(block.payload, document.sections)
                                          : refers(block.payload, document.code_blocks);
}

bool title_fits(const Document& document, const Block& block) {
  return block.kind != BlockKind::alert || block.number <= document.alert_titles.size();
}

bool blocks_fit(const Document& document) {
  return is_tree(document.blocks) && std::ranges::all_of(document.blocks, [&](const Block& block) {
           return refers(block.section, document.sections) && payload_fits(document, block) &&
                  title_fits(document, block);
         });
}

bool parts_fit(const Document& d) {
  return std::ranges::all_of(d.steps,
                             [&](const Step& step) {
                               return refers(step.section, d.sections) &&
                                      refers(step.block, d.blocks);
                             }) &&
         std::ranges::all_of(d.code_blocks,
                             [&](const CodeBlock& code) {
                               return refers(code.section, d.sections) &&
                                      refers(code.step, d.steps) && refers(code.block, d.blocks);
                             }) &&
         std::ranges::all_of(d.links, [&](const Link& link) {
           return refers(link.section, d.sections) && refers(link.block, d.blocks);
         });
}

bool placeholders_fit(const std::vector<Placeholder>& placeholders, const std::string& text) {
  return std::ranges::all_of(placeholders, [&](const Placeholder& placeholder) {
    return std::ranges::is_sorted(placeholder.offsets) &&
           (placeholder.offsets.empty() ||
            placeholder.offsets.back() + placeholder.text.size() <= text.size());
  });
}

bool commands_fit(const Document& d) {
  return std::ranges::all_of(d.commands,
                             [&](const Command& command) {
                               return refers(command.section, d.sections) &&
                                      refers(command.step, d.steps) &&
                                      refers(command.code_block, d.code_blocks) &&
                                      placeholders_fit(command.placeholders, command.text);
                             }) &&
         std::ranges::all_of(d.templates, [&](const MessageTemplate& message) {
           return refers(message.code_block, d.code_blocks) &&
                  placeholders_fit(message.placeholders, message.text);
         });
}

std::size_t targets_of(const Document& document, RelocationKind kind) {
  switch (kind) {
    case RelocationKind::link_href:
    case RelocationKind::image_src:
      return document.links.size();
    case RelocationKind::code_block:
      return document.code_blocks.size();
    case RelocationKind::alert_title:
      return document.blocks.size();
    case RelocationKind::step_link:
      return document.steps.size();
  }
  return 0;
}

bool relocations_fit(const Document& document) {
  return std::ranges::is_sorted(document.relocations, {}, &Relocation::offset) &&
         std::ranges::all_of(document.relocations, [&](const Relocation& hole) {
           return hole.offset <= document.html.size() &&
                  hole.index < targets_of(document, hole.kind);
         });
}

}  // namespace

bool is_consistent(const Document& document) {
  return blocks_fit(document) && sections_fit(document) && parts_fit(document) &&
         commands_fit(document) && relocations_fit(document);
}

}  // namespace runbookc
