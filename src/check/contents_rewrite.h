// A table of contents written anew from the headings, in its own style.
#pragma once

#include <optional>
#include <span>

#include "check/contents_list.h"
#include "diag/diagnostic.h"

namespace runbookc {

// The edit that makes the list hold `sections`, in this order; entries that it has keep their
// words. Nothing unless it is one plain list of links, nested as the headings are.
std::optional<Edit> rewrite_contents(const PageContext& context, const ContentsList& contents,
                                     std::span<const Index> sections);

// The heading's words as Markdown for a link's text.
std::string heading_label(const PageContext& context, const Section& section);

}  // namespace runbookc
