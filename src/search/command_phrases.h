// What a command asks a program to do, as one remembers it: `kubectl drain`, whatever options stand
// between.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace runbookc {

// Phrases of plain words (letters a–z and `-`) of each program in `command`: the first five in a
// row, and the first with the third and with the fourth, since the value of an option may stand
// between. Linear.
std::vector<std::string> command_phrases(std::string_view command);

}  // namespace runbookc
