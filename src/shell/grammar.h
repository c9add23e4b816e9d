// The grammar of POSIX shell and of the bash that people write.
#pragma once

#include <string_view>
#include <vector>

#include "shell/shell_script.h"

namespace runbookc {

// Never fails: an error is part of the result, and the lines after it are parsed afresh. Time is
// linear, nesting costs no call stack. `placeholders` (sorted, disjoint) are text of words. Text
// must be under 4 GiB. Extended globs are accepted in arguments, as after `shopt -s extglob`.
// Commands in more than 16 substitutions are checked but not listed. Those in backquotes and in
// here-documents that expand are listed up to the first error in them, which bash finds only when
// it runs them, and 4 deep. Whatever is not listed is told by ShellStatement::unlisted.
ShellScript parse_shell(std::string_view text, const std::vector<ByteRange>& placeholders = {});

}  // namespace runbookc
