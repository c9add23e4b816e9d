// Which words at the start of a line name programs.
#pragma once

#include <string_view>

#include "shell/risk_table.h"
#include "shell/shell_script.h"

namespace runbookc {

// Whether a program's name is a word that sentences, lists and configurations begin with, too.
bool is_plain_word(std::string_view word);

// `./run.sh`, `~/bin/x`, `/usr/bin/x`: a script or a program by its path.
bool is_path_program(std::string_view word, const RiskTable& table);

// Whether the first line that is no comment begins with a program that `table` knows, or with one
// by its path.
bool begins_with_program(std::string_view text, const RiskTable& table);

// Whether any line does, also behind a prompt or `NAME=value`.
bool holds_program(std::string_view text, const RiskTable& table);

// Whether three words or more end as a sentence does.
bool ends_a_sentence(const SimpleCommand& command);

}  // namespace runbookc
