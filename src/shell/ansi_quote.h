// `$'…'`: the quote of bash in which a backslash begins an escape, as in C.
#pragma once

#include <string>
#include <string_view>

namespace runbookc {

// What the text between the quotes stands for: `\162m` is `rm`. Unknown escapes stay as written,
// and as in bash a NUL (`\0`) ends the text. A code above U+10FFFF yields nothing, and bytes that
// are no UTF-8 yield U+FFFD. Linear.
std::string ansi_quoted(std::string_view written);

}  // namespace runbookc
