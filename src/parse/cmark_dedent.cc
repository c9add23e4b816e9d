#include "parse/cmark_dedent.h"

#include <algorithm>
#include <vector>

#include "parse/line_lead.h"

namespace runbookc {
namespace {

// How far the lines of each open item are indented, the outermost first; only within the innermost
// quote, since blanks count from its mark.
std::vector<std::uint32_t> item_widths(const cmark_node* open) {
  std::vector<std::uint32_t> widths;
  for (const cmark_node* node = open; node != nullptr; node = node->parent) {
    if (is_type(node, CMARK_NODE_BLOCK_QUOTE)) break;
    if (is_type(node, CMARK_NODE_FOOTNOTE_DEFINITION)) widths.push_back(kCodeColumns);
    if (!is_type(node, CMARK_NODE_ITEM)) continue;
    const cmark_list& item = node->as.list;
    widths.push_back(static_cast<std::uint32_t>(item.marker_offset + item.padding));
  }
  std::ranges::reverse(widths);
  return widths;
}

bool is_in_fence(const cmark_node* open) {
  return is_type(open, CMARK_NODE_CODE_BLOCK) && open->as.code.fenced != 0;
}

}  // namespace

std::uint32_t Dedent::Removal::of(std::uint32_t indent) const {
  return std::min(size, indent - std::min(indent, keep));
}

// What makes code of a line is more than the items ask for that it belongs to.
Dedent::Removal Dedent::removal(std::uint32_t indent, const cmark_node* open) {
  const std::vector<std::uint32_t> widths = item_widths(open);
  if (widths.empty()) list_ = {};
  Removal removal{list_.keep, list_.of(indent)};
  const std::uint32_t left = indent - removal.size;
  std::uint32_t base = 0;
  for (const std::uint32_t width : widths) {
    if (left < base + width) break;
    base += width;
  }
  if (left < base + kCodeColumns) return removal;
  removal = {removal.size > 0 ? std::min(removal.keep, base) : base, indent - base};
  list_ = removal;
  return removal;
}

void Dedent::prepare(std::uint32_t line, const cmark_node* open) {
  const std::uint32_t begin = lines_->edits_end(line);
  const std::string_view text = lines_->source(line).substr(begin);
  const std::size_t indent = text.find_first_not_of(" \t");
  if (indent == std::string_view::npos || is_type(open, CMARK_NODE_HTML_BLOCK)) return;
  const bool has_tab = text.substr(0, indent).find('\t') != std::string_view::npos;
  const auto size = static_cast<std::uint32_t>(indent);
  Removal taken;
  if (is_in_fence(open)) {
    taken = {fence_.keep, fence_.of(size)};
  } else {
    if (has_tab && item_widths(open).empty()) {
      taken = {0, size};
    } else if (!has_tab) {
      taken = removal(size, open);
    }
    fence_ = taken;
  }
  if (taken.size > 0) lines_->edit(line, {begin + taken.keep, taken.size, ""});
}

}  // namespace runbookc
