// Passwords that a program reads from its input.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "shell/secret.h"
#include "shell/simple_command.h"

namespace runbookc {

// `echo VALUE | sudo -S ls`, `docker login --password-stdin <<< VALUE`, `chpasswd` with lines of
// `user:VALUE` in a here-document, `read PASSWORD <<< VALUE`. `commands` were read of `text`, which
// the ranges of what is found count. Takes time in proportion to both.
std::vector<Secret> find_input_secrets(std::string_view text,
                                       std::span<const SimpleCommand> commands);

}  // namespace runbookc
