// One line of source, cut to a window around a span, for people to look at.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "source/source_file.h"
#include "source/span.h"

namespace runbookc {

struct Snippet {
  std::string text;           // harmless, tabs expanded, at most `width` terminal columns
  std::size_t indent = 0;     // terminal columns before the marked part
  std::size_t underline = 1;  // terminal columns of the marked part, at least 1
};

// The first line of `span`, with dots for what stands in `hidden` (sorted). What the line
// has beyond `width` is replaced by `…`, so that the start of the span stays in view. The cost does
// not depend on the length of the line beyond finding the column in it. Precondition: span.valid().
Snippet make_snippet(const SourceFile& file, Span span, std::size_t width,
                     std::span<const Span> hidden = {});

}  // namespace runbookc
