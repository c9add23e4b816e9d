#include "prose/self_description.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "schema/document_type.h"

namespace runbookc {
namespace {

constexpr std::array<std::string_view, 19> kAboutItself = {
    "document control",    "document information", "document info",
    "document details",    "document metadata",    "document properties",
    "document ownership",  "document maintenance", "metadata",
    "runbook information", "runbook details",      "runbook metadata",
    "runbook info",        "runbook maintenance",  "runbook ownership",
    "page information",    "about this document",  "about this runbook",
    "about this page"};
constexpr std::array<std::string_view, 7> kAboutOwners = {
    "ownership",   "ownership and review",   "owner", "owners",
    "maintainers", "maintenance and review", "review"};
constexpr std::array<std::string_view, 4> kOverviews = {"overview", "summary", "at a glance",
                                                        "general information"};

bool is_one_of(std::string_view title, std::span<const std::string_view> titles) {
  return std::ranges::find(titles, title) != titles.end();
}

// The first heading that is not the title's, or kNone.
Index first_section(const Document& document) {
  const Index title = title_section(document);
  for (Index i = 0; i < document.sections.size(); ++i) {
    if (i != title && !document.sections[i].nested) return i;
  }
  return kNone;
}

bool is_top_level(const Block& block) { return block.parent == kNone; }

// Without a title, a text has begun with its second block.
BlockRange first_block(const Document& document) {
  for (Index i = 0; i < document.blocks.size(); i = document.blocks[i].end) {
    const BlockKind kind = document.blocks[i].kind;
    if (kind == BlockKind::html) continue;
    const bool may_state =
        kind == BlockKind::paragraph || kind == BlockKind::list || kind == BlockKind::table;
    return may_state ? BlockRange{.begin = i, .end = document.blocks[i].end} : BlockRange{};
  }
  return {};
}

BlockRange preamble(const Document& document, Index first) {
  if (title_section(document) == kNone) return first_block(document);
  const auto all = static_cast<Index>(document.blocks.size());
  BlockRange range{.begin = 0, .end = first == kNone ? all : document.sections[first].first_block};
  for (Index i = range.begin; i < range.end; ++i) {
    if (document.blocks[i].kind == BlockKind::code) range.end = i;
  }
  return range;
}

// What follows the last thematic break if no heading does, else the last paragraph.
BlockRange footer(const Document& document) {
  const auto end = static_cast<Index>(document.blocks.size());
  Index last = kNone;  // of the top level
  for (Index i = end; i-- > 0;) {
    const Block& block = document.blocks[i];
    if (!is_top_level(block)) continue;
    if (last == kNone) last = i;
    if (block.kind == BlockKind::heading) break;
    if (block.kind == BlockKind::thematic_break) {
      return {.begin = i, .end = end, .scope = SelfScope::with_subject};
    }
  }
  const bool ends_in_text = last != kNone && document.blocks[last].kind == BlockKind::paragraph;
  return ends_in_text ? BlockRange{.begin = last, .end = end, .scope = SelfScope::dates_only}
                      : BlockRange{};
}

// Each block once, in order.
std::vector<BlockRange> disjoint(std::vector<BlockRange> ranges) {
  std::ranges::sort(ranges, {}, &BlockRange::begin);
  std::vector<BlockRange> out;
  for (BlockRange range : ranges) {
    if (!out.empty()) range.begin = std::max(range.begin, out.back().end);
    if (range.begin < range.end) out.push_back(range);
  }
  return out;
}

}  // namespace

std::vector<BlockRange> self_description(const Document& document) {
  const Index first = first_section(document);
  std::vector<BlockRange> ranges = {preamble(document, first), footer(document)};
  for (Index i = 0; i < document.sections.size(); ++i) {
    const Section& section = document.sections[i];
    if (section.nested) continue;
    const std::string title = comparable_title(section.title);
    const bool is_itself = is_one_of(title, kAboutItself);
    if (is_itself || is_one_of(title, kAboutOwners) ||
        (i == first && is_one_of(title, kOverviews))) {
      ranges.push_back({.begin = section.first_block,
                        .end = section.end_block,
                        .scope = is_itself ? SelfScope::itself : SelfScope::with_subject});
    }
  }
  return disjoint(std::move(ranges));
}

}  // namespace runbookc
