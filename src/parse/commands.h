// Commands and message templates of a document (PRODUCT section 4).
#pragma once

#include <vector>

#include "model/document.h"
#include "parse/command_judge.h"
#include "parse/introduction.h"

namespace runbookc {

// The commands of one shell block, in order, with all that the block alone tells: each top-level
// statement as it would be pasted, what it would do by `judge` (null: nothing is said of that), and
// whether it stands alone.
std::vector<Command> extract_commands(const CodeBlock& code, const CommandJudge* judge);

// Fills document.commands and document.templates, and adds what is wrong in code to
// document.problems. A block with which the document would have more than `most` commands is no
// longer shell. Precondition: roles and steps are known.
void find_commands(Document& document, const Introductions& introductions,
                   const CommandJudge* judge, std::size_t most);

}  // namespace runbookc
