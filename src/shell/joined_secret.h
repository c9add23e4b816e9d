// Secrets whose words are put together from pieces: `TOKEN=abc"def"`.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "shell/secret.h"
#include "shell/simple_command.h"

namespace runbookc {

// What find_secrets would find in such words if they were written in one piece. A range holds whole
// pieces, quotes and all. `commands` were read of `text`, which the ranges count. Takes time in
// proportion to the words.
std::vector<Secret> find_joined_secrets(std::string_view text,
                                        std::span<const SimpleCommand> commands);

}  // namespace runbookc
