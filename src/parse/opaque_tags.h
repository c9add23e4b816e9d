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

// Those in `text`, in order, none within another, and none that begins in a code span or on the
// line of a fence. A tag has at most 4 KiB, and goes over no blank line and no fence, but for JSX's
// comments and modules; an opening mark whose closing one does not follow before the next opening
// one is text. Of what is written to be shown (`{{</* … */>}}`, `<%% … %>`) only the marks that say
// so are tags, with nothing in them: these also in code spans. Linear.
std::vector<OpaqueTag> find_opaque_tags(std::string_view text, TagSyntax syntax);

}  // namespace runbookc
