// The part of MDX that is no Markdown: components, comments and expressions, as far as they must be
// told from text.
#pragma once

#include <cstddef>
#include <string_view>

namespace runbookc {

// How many bytes of `text` are one such thing at its beginning: `<Tabs a="b">`, `</Tabs>`, `<>`, an
// expression in braces, one of HTML's elements with an expression among its attributes. 0 if it
// begins with none: other elements in lower case, names in capitals alone (placeholders) and
// `{#id}` are none. Ends at a blank line.
std::size_t jsx_tag_size(std::string_view text);

// The same of a comment in braces, which may go over blank lines, and at the beginning of a line
// over fences.
std::size_t jsx_comment_size(std::string_view text, bool begins_line);

// The name of the element in lower case that a tag opens, and another one is to close; "" for none.
std::string_view opened_element(std::string_view tag);
// The name in `</name>`, at the beginning of `text`; "" if it begins with no such thing.
std::string_view closed_element(std::string_view text);

}  // namespace runbookc
