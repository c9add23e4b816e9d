// Whether the rules that a project writes do what their own examples say.
#pragma once

#include <span>
#include <vector>

#include "model/value.h"
#include "shell/risk_reader.h"
#include "shell/risk_table.h"

namespace runbookc {

// The faults of `programs`, which `list` was read into without problems: an `example` that its rule
// does not decide, a `not` that it does, and a `like` that `table` does not know. `table` holds
// `programs` and what they are added to, for the options of both. Linear in the rules, and for each
// example in the rules of its program.
std::vector<RiskProblem> check_rule_examples(const Value& list,
                                             std::span<const RiskProgram> programs,
                                             const RiskTable& table);

}  // namespace runbookc
