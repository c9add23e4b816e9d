// What may stand in a place of the command line, as a shell's completion needs to know it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "cli/command_table.h"

namespace runbookc {

enum class PlaceKind : std::uint8_t {
  nothing,  // a switch has no value
  words,    // one of a list
  file,     // a path
  folder,   // a folder's path
  free,     // anything: a date, a number
};

PlaceKind place_kind(const OptionSpec& option);
PlaceKind place_kind(const PositionalSpec& positional);

// `text` as one word of a POSIX shell or of zsh, in single quotes.
std::string shell_quoted(std::string_view text);

}  // namespace runbookc
