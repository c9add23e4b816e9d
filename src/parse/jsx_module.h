// What MDX imports and exports, which a page does not show.
#pragma once

#include <cstddef>
#include <string_view>

namespace runbookc {

// How many bytes of `text`, which begins at the start of a line, are one such statement, without
// its last line ending; 0 if it begins with none ("export the table first" is a sentence). One
// whose brackets are not closed before the next one, a fence or the end of `text` has one line.
std::size_t module_statement_size(std::string_view text);

}  // namespace runbookc
