// What the language of a fence says about its content (PRODUCT section 4).
#pragma once

#include <string_view>

namespace runbookc {

// `language` is CodeBlock::language: the first word of the info string, in lower case.
bool is_shell_language(std::string_view language);
// Whether a block may show a terminal, with prompts and what programs print: no language calls it a
// script.
bool may_be_session(std::string_view language);
// Whether fences are commonly given it: a word that begins a sentence is hardly one.
bool is_known_language(std::string_view language);
// A language that what a command prints is given as; "" is one.
bool is_output_language(std::string_view language);
// A language that messages to people are given as; "" is one.
bool is_message_language(std::string_view language);

}  // namespace runbookc
