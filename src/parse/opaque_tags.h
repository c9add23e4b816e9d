// Template tags of site generators in a text. They are found by their marks alone and never
// executed.
#pragma once

#include <string_view>
#include <vector>

#include "model/dialect.h"
#include "source/span.h"

namespace runbookc {

struct OpaqueTag {
  ByteRange range;  // with its marks
  ByteRange inner;  // without them
};

// Those in `text`, in order, none within another. A tag has at most 4 KiB, and goes over no blank
// line and no fence; an opening mark whose closing one does not follow before the next opening one
// is text. What is written to be shown
// (`{{</* … */>}}`, `<%% … %>`) is no tag. Linear.
std::vector<OpaqueTag> find_opaque_tags(std::string_view text, TagSyntax syntax);

}  // namespace runbookc
