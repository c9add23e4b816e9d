// Passwords that only the options and arguments of a program tell.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "shell/secret.h"
#include "shell/simple_command.h"

namespace runbookc {

// `mysql -pVALUE`, `curl -u user:VALUE`, `htpasswd -b file user VALUE`. `commands` were read of
// `text`, which the ranges of their words and of what is found count. Takes time in proportion to
// the words.
std::vector<Secret> find_option_secrets(std::string_view text,
                                        std::span<const SimpleCommand> commands);

}  // namespace runbookc
