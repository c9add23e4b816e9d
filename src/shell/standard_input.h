// What flows into and out of simple commands by pipes and redirections.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "shell/simple_command.h"

namespace runbookc {

// A text that many commands read: none of them copies it. May be null.
using SharedText = std::shared_ptr<const std::string>;

struct StandardInput {
  bool fed = false;  // a pipe, a file or a text, not the terminal
  SharedText text;   // if it can be told: a here-document, or what `echo` says
};

// Of each command, in their order: stages of a pipeline stand in theirs. Linear in their text, of
// which each piece is copied once, however many stages hand it on.
std::vector<StandardInput> standard_inputs(std::span<const SimpleCommand> commands);

// What a command prints, where its words and its input say it: `echo 'DROP TABLE t;'`, `cat <<EOF`.
// Null where they do not.
SharedText printed_text(const SimpleCommand& command, const StandardInput& input);

// What the commands in substitutions print, as far as it can be told: the script itself in
// `sh -c "$(cat <<'EOF' …)"`. None is null.
std::vector<SharedText> texts_of_substitutions(std::span<const SimpleCommand> commands);

// Whether a command is there for its redirection alone: `> file`, `: > file`, `echo -n > file`,
// `cat /dev/null > file`.
bool prints_nothing(const SimpleCommand& command);

// A redirection that writes a file, as words: `>` or `>>`, and the file. Empty for one that reads,
// or that copies or closes a descriptor. `<>` may write, and empties nothing.
std::vector<ShellWord> written_file(const ShellRedirection& redirection);

}  // namespace runbookc
