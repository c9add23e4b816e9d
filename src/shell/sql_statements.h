// SQL as far as its risk hangs on it: the words of each statement.
#pragma once

#include <string_view>
#include <vector>

#include "shell/simple_command.h"

namespace runbookc {

// One list of words for each statement, headed by `program`. Strings, comments, numbers and
// punctuation are left out; quoted names stay, in their quotes; a word inside of parentheses has
// `(` before it, so that the WHERE of a sub-select is not taken for the statement's own. psql's and
// mysql's commands (`\d orders`) are statements of their own. With `backslashes` a backslash in a
// string escapes and `/*! … */` is no comment, as in MySQL. Any text ends; linear. Ranges are left
// empty.
std::vector<std::vector<ShellWord>> sql_statements(std::string_view text, std::string_view program,
                                                   bool backslashes);

}  // namespace runbookc
