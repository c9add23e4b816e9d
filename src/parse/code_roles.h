// What each code block is: commands, their output, a message to people, or something else.
#pragma once

#include "model/document.h"
#include "parse/command_judge.h"
#include "parse/introduction.h"

namespace runbookc {

// Fills CodeBlock::role and role_reason. Shell: a shell language, unless the text is clearly
// something else; or no language, and a session with prompts or shell beyond doubt by the programs
// that `judge` knows (null: none).
// Output: after a shell block, with the language `output`, or with none or that of a text when
// words such as "expected output" introduce it. Message: see is_message.
void assign_code_roles(Document& document, const Introductions& introductions,
                       const CommandJudge* judge);

// The code block before `code`, or before the paragraph that introduces it, or kNone.
Index code_before(const Document& document, const Introductions& introductions,
                  const CodeBlock& code);

// Whether a fence without a programming language is a message that a reader fills and copies: it
// has placeholders `[Any words]`, reads as prose, and stands where messages stand (a section about
// communication or templates, or a sentence that says so).
bool is_message(const Document& document, const Introductions& introductions,
                const CodeBlock& code);

}  // namespace runbookc
