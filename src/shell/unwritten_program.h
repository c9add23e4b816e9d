// A program that is not written out: `$SUDO rm x`, `${KUBECTL:-kubectl} delete pod x`.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shell/assigned_values.h"
#include "shell/risk_table.h"
#include "shell/simple_command.h"

namespace runbookc {

// What a command may be whose first word is an expansion: with each value that is assigned to the
// variable, or with the default that stands in it, or with what `$(which …)` looks up, else with
// the program of the variable's name, if the table knows that, else what stands behind the word.
// Linear in the words: values are few and short.
std::vector<std::vector<ShellWord>> possible_commands(
    std::span<const ShellWord> words, const std::vector<const AssignedValues*>& values,
    const RiskTable& table);

// Without the words at the start that are expansions, since nobody knows those.
std::vector<ShellWord> known_words(std::span<const ShellWord> words);

}  // namespace runbookc
