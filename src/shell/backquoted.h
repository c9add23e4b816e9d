// The text between backquotes as the shell that runs it reads it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace runbookc::shell {

// A text of its own, and where each of its bytes stands in the one that it was taken out of.
struct UnescapedText {
  std::string text;
  // One more than the text has bytes: the last is its end. A backslash that was dropped belongs to
  // the byte behind it.
  std::vector<std::uint32_t> origins;
  std::vector<ByteRange> placeholders;  // sorted, disjoint

  ByteRange origin(ByteRange range) const { return {origins[range.begin], origins[range.end]}; }
};

// `range` is what stands between the backquotes in `text`. Backslashes before `$`, a backquote and
// a backslash are dropped, and those before `"` where the backquotes stand in double quotes
// (`quoted`). Linear.
UnescapedText unescape_backquoted(std::string_view text, const std::vector<ByteRange>& placeholders,
                                  ByteRange range, bool quoted);

}  // namespace runbookc::shell
