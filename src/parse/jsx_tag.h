// The part of MDX that is no Markdown: components, comments and expressions, as far as they must be
// told from text.
#pragma once

#include <cstddef>
#include <string_view>

namespace runbookc {

// How many bytes of `text` are one such thing at its beginning: `<Tabs a="b">`, `</Tabs>`, `<>`, a
// comment or an expression in braces. 0 if it begins with none: HTML's elements in lower case,
// names in capitals alone (placeholders) and `{#id}` are none. Ends at a blank line.
std::size_t jsx_tag_size(std::string_view text);

// A line that imports or exports, which a page does not show.
bool is_module_line(std::string_view line);

}  // namespace runbookc
