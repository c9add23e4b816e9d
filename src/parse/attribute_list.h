// Lists of attributes, as Python-Markdown (`{ #id .wide key="v" }`) and kramdown (`{: … }`) read
// them.
#pragma once

#include <cstddef>
#include <string_view>

namespace runbookc {

// How many bytes of `line` from the `{` at `at` on are such a list; 0 if they are none. `first` is
// where the text of the line begins. It has to stand where one is read: at the end of a heading or
// a cell, right behind an inline element, or on a line of its own; and to hold an id, a class or a
// value, since prose talks of code in braces, too.
std::size_t attribute_list_size(std::string_view line, std::size_t first, std::size_t at);

// The id that a list gives, of what stands between its braces; "" for none.
std::string_view attribute_list_id(std::string_view inner);

}  // namespace runbookc
