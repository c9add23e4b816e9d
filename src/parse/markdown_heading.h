// The small languages within a heading and a fence's info string.
#pragma once

#include <string>
#include <string_view>

namespace runbookc {

struct HeadingId {
  std::string title;  // without the id and the space before it
  std::string id;     // empty if there is none
};

// Ids that the site's pages give to things of their own: `page.main`, `cmd.KEY`, `code.1`,
// `step.1`. An author's of that kind would give one id to two elements, and scripts and links the
// wrong one.
bool is_reserved_id(std::string_view id);

// `Title {#id}`: an id of letters, digits, `-`, `_`, `.` and `:`, at the very end, that is not
// reserved.
HeadingId split_heading_id(std::string_view heading);

// The last line of a heading's text, marks and all.
std::string_view last_line_of(std::string_view heading);

// The first word of an info string in lower case, without `{`, `.` or attributes.
std::string language_of(std::string_view info);

}  // namespace runbookc
