// Where prose ends, as far as it can be told from the lines alone.
#pragma once

#include <cstddef>
#include <string_view>

namespace runbookc {

// Whether the line opens or closes a fence, whatever list or quote it stands in.
bool is_fence_line(std::string_view line);
// Whether a line of `text` behind the first one does.
bool holds_fence(std::string_view text);

// Where the lines end that begin with the one `at` stands in and go on with neither a blank line
// nor a fence: a template tag goes no further.
std::size_t prose_end(std::string_view text, std::size_t at);

// The same for a code span: a heading, a list item, a row of a table or a closing tag at the
// beginning of a line ends it, too. A fence line is one of its own.
std::size_t block_end(std::string_view text, std::size_t at);

}  // namespace runbookc
