// Simple commands of short texts, for tests of what is done with them.
#pragma once

#include <string_view>
#include <vector>

#include "shell/judged_commands.h"

namespace runbookc {

inline std::vector<SimpleCommand> shell_commands(std::string_view text) {
  return read_commands(text);
}

}  // namespace runbookc
