// Text that stands where a value should, and may be none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace runbookc {

// Why `text` says nothing: "never filled in" for `[APPROVER_NAME]`, "still to be filled in" for
// "TBD", "it says that there is none", or why it is not to be written (unfit_text). "" if it says
// something.
std::string doubt_about_text(std::string_view text);

// Of those, what is no statement at all: never or still to be filled in, or empty.
bool says_nothing(std::string_view text);

// "none", "n/a", "not required", "no": nobody or nothing.
bool says_none(std::string_view text);

// The items of a list on one line: parted by commas, semicolons and " + ", none of them empty.
std::vector<std::string> listed_items(std::string_view text);

}  // namespace runbookc
