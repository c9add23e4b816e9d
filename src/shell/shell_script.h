// What the shell grammar finds in a text: plain values whose offsets count bytes of that text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shell/shell_variable.h"
#include "shell/simple_command.h"
#include "source/span.h"

namespace runbookc {

// One thing to paste: the list on its line, or a compound command with its here-documents.
// A closing `&` belongs to it; a closing `;` and a trailing comment do not.
struct ShellStatement {
  ByteRange range;
  std::vector<ByteRange> comments;  // above it on lines of their own, inside it, and trailing
  bool unlisted = false;            // it holds commands that are not among those of the script
};

struct ShellError {
  ByteRange range;
  std::string message;  // lower case, no full stop
  std::string help;     // the remedy, where the grammar knows it
};

struct ShellScript {
  std::vector<ShellStatement> statements;
  std::vector<SimpleCommand> commands;   // in the order of their ends
  std::vector<ShellVariable> variables;  // in the order of their names' places
  std::optional<ShellError> error;       // the first one
};

}  // namespace runbookc
