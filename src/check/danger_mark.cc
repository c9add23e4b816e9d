#include "check/danger_mark.h"

#include <algorithm>

#include "base/text.h"
#include "check/danger_words.h"

namespace runbookc {
namespace {

// A note or a tip is for something else.
bool warns(const Block& block) {
  return block.text == "warning" || block.text == "caution" || block.text == "danger" ||
         block.text == "important";
}

// Nobody sees it: a suppression's reason, say.
bool is_comment(const Block& block) {
  return block.kind == BlockKind::html && trim_start(block.text).starts_with("<!--");
}

bool is_mark(const Block& block) {
  if (is_comment(block)) return false;
  return block.kind == BlockKind::alert ? warns(block) : has_danger_words(block.text);
}

// The whole of an alert is what it warns of, commands in it too.
bool is_in_warning(const Document& document, Index block) {
  for (Index up = document.blocks[block].parent; up != kNone; up = document.blocks[up].parent) {
    if (document.blocks[up].kind == BlockKind::alert && warns(document.blocks[up])) return true;
  }
  return false;
}

bool any_mark(const Document& document, Index begin, Index end) {
  for (Index i = begin; i < end; ++i)
    if (is_mark(document.blocks[i])) return true;
  return false;
}

}  // namespace

// A step that is an item holds what is in it; one that is a heading, what stands below it.
bool DangerMarks::is_step_marked(const Step& step) const {
  const Block& block = document_.blocks[step.block];
  const bool heading = block.kind == BlockKind::heading;
  const Index end = heading ? section_tree_end(document_, block.section) : block.end;
  return any_mark(document_, step.block, end);
}

bool DangerMarks::is_marked_above(Index code) const {
  Index above = introductions_.before(code);
  for (; above != kNone; above = introductions_.before(above)) {
    const Block& block = document_.blocks[above];
    if (block.kind != BlockKind::code && !is_comment(block)) break;
    // What stands above a row of blocks was read for the first of them.
    const auto known = blocks_.find(block.payload);
    if (block.kind == BlockKind::code && known != blocks_.end()) return known->second;
  }
  return above != kNone &&
         any_mark(document_, above, std::max(document_.blocks[above].end, above + 1));
}

bool DangerMarks::is_marked(const Command& command) {
  if (has_danger_words(command.description)) return true;
  if (command.step != kNone) {
    const auto [step, added] = steps_.try_emplace(command.step, false);
    if (added) step->second = is_step_marked(document_.steps[command.step]);
    if (step->second) return true;
  }
  const auto known = blocks_.find(command.code_block);
  if (known != blocks_.end()) return known->second;
  const Index code = document_.code_blocks[command.code_block].block;
  const bool marked = is_in_warning(document_, code) || is_marked_above(code);
  return blocks_.emplace(command.code_block, marked).first->second;
}

}  // namespace runbookc
