// The risk tables that are compiled into the program (data/risk).
#pragma once

#include <vector>

#include "base/result.h"
#include "model/value.h"
#include "shell/risk_reader.h"
#include "shell/risk_table.h"

namespace runbookc {

// An Error is a fault of the program's own files. `extra` is what a project adds: its rules are
// asked first.
Result<RiskTable> load_risk_table(std::vector<RiskProgram> extra = {});

// What is wrong in what a project adds, which `list` was read into without problems: a `like` that
// nobody knows, and rules that do not do what their examples say.
std::vector<RiskProblem> check_project_programs(const Value& list,
                                                const std::vector<RiskProgram>& programs);

}  // namespace runbookc
