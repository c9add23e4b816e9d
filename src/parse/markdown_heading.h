// The small languages within a heading and a fence's info string.
#pragma once

#include <string>
#include <string_view>

namespace runbookc {

struct HeadingId {
  std::string title;  // without the id and the space before it
  std::string id;     // empty if there is none
};

// `Title {#id}`: an id of letters, digits, `-`, `_`, `.` and `:`, at the very end.
HeadingId split_heading_id(std::string_view heading);

// The first word of an info string in lower case, without `{`, `.` or attributes.
std::string language_of(std::string_view info);

}  // namespace runbookc
