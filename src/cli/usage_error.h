// What a command line got wrong, told with what would be right.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.h"
#include "cli/command_table.h"

namespace runbookc {

// A word that the program, or `command` (null: none was found), has no place for.
Error unexpected_word(std::string_view word, const CliCommand* command);

// `option` came last, or before another option.
Error missing_value(const OptionSpec& option, const CliCommand* command);

// `command` was given only `count` of the words that it cannot do without.
// Precondition: it has a place that has to be filled and is not.
Error missing_words(const CliCommand& command, std::size_t count);

// The key of an option in Arguments: "-j,--jobs" goes by "--jobs".
std::string_view option_key(const OptionSpec& option);

}  // namespace runbookc
