// Names for commands that survive edits elsewhere in their runbook.
#pragma once

#include <string>
#include <vector>

#include "model/document.h"

namespace runbookc {

// For each command of `document` in order: the first 10 digits of its text's hash, and `.N` from
// the second command with that text on.
std::vector<std::string> command_keys(const Document& document);
// What commands.json calls it.
std::string command_id(const std::string& page_id, const std::string& key);
// Its id in the page. It holds a dot, which no heading's slug does.
std::string command_anchor(const std::string& key);

}  // namespace runbookc
