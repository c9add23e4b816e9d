// The sections that the headings of a body open.
#pragma once

#include <vector>

#include "parse/markdown_build.h"

namespace runbookc {

// Headings in lists, quotes and footnotes are no part of the outline: theirs are nested sections.
class SectionOutline {
 public:
  // `build` must outlive this.
  explicit SectionOutline(MarkdownBuild& build) : build_(&build) {}

  // Opens the section of the heading that is the block at hand; returns its index.
  Index open(unsigned level, bool nested);
  // The heading has been read: what follows a nested one stands in the section that it stands in.
  void leave_heading(Index section);
  // The block at hand is a footnote, which stands behind all that is not.
  void enter_footnote();
  // The section of the outline that holds what stands at `place` of the source.
  Index section_at(Position place) const;
  // No block follows.
  void finish();

 private:
  std::vector<Section>& sections() const { return build_->document->sections; }
  Index blocks_end() const;
  void close(unsigned level);

  MarkdownBuild* build_;
  std::vector<Index> open_;
  Index own_ = kNone;           // the outline's last section
  Index nested_outer_ = kNone;  // what the last nested heading stands in
  Index first_footnote_ = kNone;
  std::size_t size_ = 0;  // sections before the first footnote
};

}  // namespace runbookc
