// The one helper of the Tech Docs Template that warns.
#pragma once

#include <string_view>

namespace runbookc {

// The text in `= warning_text('Text')`, of a tag's inside; empty if it is anything else. A part of
// `inner`.
std::string_view warning_text_of(std::string_view inner);

}  // namespace runbookc
