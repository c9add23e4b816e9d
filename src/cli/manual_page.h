// The manual page runbookc(1), in the man macros of roff. Commands and options come from the table
// of commands, so that it cannot say what the program does not do.
#pragma once

#include <string>
#include <string_view>

#include "base/date.h"
#include "cli/command_table.h"

namespace runbookc {

std::string manual_page(const CommandSet& set, std::string_view version, Date date);

// Plain text as roff text: nothing in it is a request or an escape, `code` becomes bold, and signs
// that are pasted keep their shape.
std::string roff_text(std::string_view text);

}  // namespace runbookc
