#include "parse/footnote_ids.h"

#include <fmt/format.h>

#include <algorithm>

namespace runbookc {

FootnoteIds::FootnoteIds(const Document& document) {
  const auto is_taken = [&](std::string_view name) { return name.starts_with(prefix_); };
  while (std::ranges::any_of(document.sections, is_taken, &Section::anchor) ||
         std::ranges::any_of(document.anchors, is_taken, &NamedAnchor::name)) {
    prefix_.push_back('-');
  }
}

std::string FootnoteIds::note(std::string_view number) const {
  return fmt::format("{}-{}", prefix_, number);
}

std::string FootnoteIds::reference(std::string_view number, int use) const {
  return use > 1 ? fmt::format("{}ref-{}-{}", prefix_, number, use)
                 : fmt::format("{}ref-{}", prefix_, number);
}

}  // namespace runbookc
