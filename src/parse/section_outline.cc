#include "parse/section_outline.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace runbookc {

Index SectionOutline::open(unsigned level, bool nested) {
  const auto index = static_cast<Index>(sections().size());
  Block& heading = build_->current_block();
  Section section;
  section.level = static_cast<std::uint8_t>(level);
  section.nested = nested;
  section.span = heading.span;
  section.first_block = build_->block;
  section.end = index + 1;
  if (nested) {
    section.parent = build_->section;
    section.end_block = build_->block + 1;
    nested_outer_ = build_->section;
  } else {
    close(level);
    if (!open_.empty()) section.parent = open_.back();
    open_.push_back(index);
    own_ = index;
  }
  build_->section = index;
  heading.section = index;
  heading.payload = index;
  sections().push_back(std::move(section));
  return index;
}

void SectionOutline::leave_heading(Index section) {
  if (sections()[section].nested) build_->section = nested_outer_;
}

void SectionOutline::enter_footnote() {
  if (first_footnote_ != kNone) return;
  first_footnote_ = build_->block;
  size_ = sections().size();
}

// They are in order up to those within footnotes.
Index SectionOutline::section_at(Position place) const {
  const auto end = sections().begin() + static_cast<std::ptrdiff_t>(size_);
  const auto after =
      std::ranges::upper_bound(sections().begin(), end, place, {},
                               [](const Section& section) { return section.span.start; });
  auto found = static_cast<Index>(after - sections().begin());
  while (found > 0 && sections()[found - 1].nested) --found;
  return found == 0 ? kNone : found - 1;
}

void SectionOutline::finish() {
  close(0);
  // Footnotes stand behind every section but those of headings within them.
  for (Section& section : sections()) {
    if (section.first_block >= blocks_end()) continue;
    section.end_block = std::min(section.end_block, blocks_end());
  }
}

Index SectionOutline::blocks_end() const {
  if (first_footnote_ != kNone) return first_footnote_;
  return static_cast<Index>(build_->document->blocks.size());
}

// Ends the outline's sections of `level` and deeper; all for 0.
void SectionOutline::close(unsigned level) {
  if (own_ != kNone) {
    sections()[own_].end_block = level == 0 ? blocks_end() : build_->block;
  }
  while (!open_.empty() && sections()[open_.back()].level >= level) {
    sections()[open_.back()].end = static_cast<Index>(sections().size());
    open_.pop_back();
  }
}

}  // namespace runbookc
