// What is wrong with shell text beyond its grammar: RB602, RB608, RB611, RB612 and RB613.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "shell/risk_table.h"
#include "shell/shell_script.h"

namespace runbookc {

// A Problem whose place is still one in the text that was parsed.
struct ShellProblem {
  ByteRange range;
  Problem problem;  // without a span
};

// In the order of their places. `script` was read of `text`. A secret's value is in none of the
// texts of its problem.
// Downloads that are run are found by the table; null: none are.
std::vector<ShellProblem> find_shell_problems(std::string_view text, const ShellScript& script,
                                              const RiskTable* table);

// The secrets that any text tells, whatever its language.
std::vector<ShellProblem> find_secret_problems(std::string_view text);
// Those that are known by their form, wherever they stand.
std::vector<ShellProblem> find_known_secret_problems(std::string_view text);

}  // namespace runbookc
