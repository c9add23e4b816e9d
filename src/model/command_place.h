// Where a command stands, in lists of commands. A document may have thousands of them under the
// same headings, so what is said of each is short whatever those are.
#pragma once

#include <string>
#include <vector>

#include "model/document.h"

namespace runbookc {

struct CommandPlace {
  std::vector<std::string> sections;  // titles from the outermost down, each cut at 80 code points
  std::string anchor;                 // of the innermost section whose own is no longer than 200
                                      // bytes, which still leads there; "" if there is none
  std::string step;                   // its label, cut like the titles; "" if it is in none
};

CommandPlace command_place(const Document& document, const Command& command);

}  // namespace runbookc
