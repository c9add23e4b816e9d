// The beginning of a text that is too long to repeat.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace runbookc {

// `text` if it has at most `most` code points; else its beginning with '…' behind it, together at
// most `most`, cut between words where one ends in its second half. Precondition: `most` > 0.
std::string excerpt(std::string_view text, std::size_t most);

}  // namespace runbookc
