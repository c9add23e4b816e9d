// Shell prompts in front of commands, as in a copied terminal session.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace runbookc {

// The bytes of `line` that are white space and a prompt, or 0 if it starts with none: `$ `, `% `,
// `> `, `sh-4.4# `, `user@host:~$ `, `[root@db ~]# `, `/ # `, `╰─$ `, `❯ `, `(venv) $ `, `C:\> `.
// `# ` alone is a comment, `$HOME` a word, `> /path` a redirection.
std::size_t prompt_size(std::string_view line);

struct PromptedSession {
  std::vector<std::string> commands;  // each with the lines that continue it, LF between
  std::vector<std::string> comments;  // lines `# …` at the prompt or before the first one
  std::vector<std::string> output;    // every other line
  std::size_t first_line = 0;         // of the first command, from 0
  std::size_t last_line = 0;          // of the last one
};

// Reads `text` as a session, if its first line that is not blank or a comment has a prompt. A line
// continues the command before it after a backslash, an operator, an open quote or here-document;
// then a prompt `> ` before it is dropped.
std::optional<PromptedSession> read_session(std::string_view text);

}  // namespace runbookc
