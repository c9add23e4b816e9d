// The HTML of a body while it grows, with the places that only the linked corpus can fill.
#pragma once

#include <vector>

#include "model/document.h"
#include "parse/html_writer.h"

namespace runbookc {

struct BodyHtml {
  HtmlWriter writer;
  std::vector<Relocation> relocations;

  void hole(RelocationKind kind, Index index) {
    relocations.push_back({static_cast<std::uint32_t>(writer.out().size()), kind, index});
  }
};

}  // namespace runbookc
