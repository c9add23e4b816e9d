// Text of documents as commands print it to be applied or copied.
#pragma once

#include <string>

namespace runbookc {

struct Session;

// Bytes as they are, for `patch`; on a terminal, which would obey them, control characters
// visible.
std::string shown_diff(const std::string& diff, bool for_terminal);

// Says how to apply a diff, whose paths begin at the project's root, where the user need not be.
void note_where_to_apply(Session& session, const std::string& root);

}  // namespace runbookc
