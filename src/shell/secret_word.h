// Secrets that are words of a command, or parts of them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "shell/secret.h"
#include "shell/secret_value.h"
#include "shell/simple_command.h"

namespace runbookc {

// The bytes of a word's value from `skip` on as they stand in the text: without its quotes, if
// there is one pair of them around the value; else the whole word, whose offsets are not those of
// its value.
HeldValue shown_value(std::string_view text, const ShellWord& word, std::size_t skip);

// What a word is from `skip` on, where a password would stand; nothing if it is none.
std::optional<Secret> password_in(std::string_view text, const ShellWord& word, std::size_t skip);

}  // namespace runbookc
