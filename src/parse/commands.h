// Commands and message templates of a document (PRODUCT section 4).
#pragma once

#include <vector>

#include "model/document.h"
#include "parse/introduction.h"

namespace runbookc {

// The commands of one shell block, in order: text, span, description from comments, placeholders,
// and expected output from a session. The seam for the shell grammar: until a block is parsed, it
// yields one unit, its whole text, of which nothing is claimed that only a grammar can know (no
// programs, no environment, risk unknown without a reason, syntax skipped). In a session, prompts
// and output are not part of the unit.
std::vector<Command> extract_commands(const CodeBlock& code);

// Fills document.commands and document.templates. Precondition: roles and steps are known.
void find_commands(Document& document, const Introductions& introductions);

}  // namespace runbookc
