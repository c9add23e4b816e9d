// Commands that fetch something, and where they put it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "shell/simple_command.h"

namespace runbookc {

bool is_download(std::string_view program);  // without folders: `curl`, `wget`

// The file that a download writes, by its options, its redirections or its address; none if it
// prints. `words` begin with the program.
std::optional<std::string> downloaded_file(std::span<const ShellWord> words,
                                           std::span<const ShellRedirection> redirections);

// Whether a program, run on a downloaded file, tells whether it is the right one: `sha256sum`.
bool verifies(std::string_view program);

}  // namespace runbookc
