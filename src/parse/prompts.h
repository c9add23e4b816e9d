// Shell prompts in front of commands, as in a copied terminal session.
#pragma once

#include <cstddef>
#include <string_view>

namespace runbookc {

// The bytes of `line` that are white space and a prompt, or 0 if it starts with none: `$ `, `% `,
// `> `, `sh-4.4# `, `user@host:~$ `, `host:~$ `, `[root@db ~]# `, `/ # `, `╰─$ `, `❯ `, `(venv) $
// `, `C:\> `.
// `# ` alone is a comment, `$HOME` a word, `> /path` a redirection.
std::size_t prompt_size(std::string_view line);

// Whether that prompt is `> `, which continues a command, too.
bool is_arrow_prompt(std::string_view line);

// Whose prompt `line` begins with, if that is no shell: `mysql>`, `orders=#`, `>>>`,
// `redis 127.0.0.1:6379>`, `irb(main):001:0>`, `rs0:PRIMARY>`. Else "".
std::string_view repl_language(std::string_view line);

}  // namespace runbookc
