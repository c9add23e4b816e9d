// What a person should do about a command that is no valid shell.
#pragma once

#include <string>

#include "model/document.h"

namespace runbookc {

// What a block is in whose lines open and close braces and between them hold directives that `;`
// ends ("nginx") or settings with `=` ("hcl"); "" for all others. Reads the whole block.
std::string configuration_language(const CodeBlock& code);

// The remedy for the syntax error of a command (RB601), whose block is `tagged` with a language or
// not and has the configuration_language `configuration`. Precondition: its verdict is `error`.
// Reads the command again, as its model holds no help.
std::string syntax_help(const Command& command, bool tagged, const std::string& configuration);

}  // namespace runbookc
