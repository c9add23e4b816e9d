// Lines that were meant to go on after a backslash, and do not.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shell/shell_script.h"

namespace runbookc {

enum class ContinuationFault : std::uint8_t {
  space,    // blanks between the backslash and the line's end: `range` is the blanks
  comment,  // a comment after the backslash on its line: `range` is the comment
  between,  // a comment line that the line before goes on with: `range` is that comment
  nothing,  // the text ends: `range` is the backslash
  missing,  // options in the next line, and no backslash: `range` is the blanks at the line's end
  doubled,  // options in the next line, and two backslashes: `range` is these
  gap,      // empty lines between the backslash and options: `range` is these
};

struct BrokenContinuation {
  ContinuationFault fault = ContinuationFault::space;
  ByteRange range;
  std::optional<std::string> replacement = {};  // of the range, where it is certain what was meant
  std::string subject = {};                     // the option, where the range may be empty

  friend bool operator==(const BrokenContinuation&, const BrokenContinuation&) = default;
};

// Those outside quotes, comments and here-documents, in order; not those whose sign is an option in
// the next line (shell/lost_options.h). Where the line behind a blank may be a command of its own,
// no replacement is certain. At most kMostShellSlips. Linear.
std::vector<BrokenContinuation> find_broken_continuations(std::string_view text,
                                                          const ShellScript& script);

}  // namespace runbookc
