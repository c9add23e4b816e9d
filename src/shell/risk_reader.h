// Risk tables as people write them (data/risk, schemas/output/risk.json).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/value.h"
#include "shell/risk_table.h"
#include "source/span.h"

namespace runbookc {

struct RiskProblem {
  Span span;
  std::string message;
  std::string help;
};

struct RiskProgramsOutcome {
  std::vector<RiskProgram> programs;  // in the order written
  std::vector<RiskProblem> problems;  // all of them; empty: `programs` is good
};

// Reads `{programs: [{name, rules: [{match, risk, why, example …}], …}]}`.
RiskProgramsOutcome read_risk_programs(const Value& root);

// Reads the list alone, as it stands in a project file.
RiskProgramsOutcome read_risk_program_list(const Value& list);

// A reason as sentences go on with it ("this command empties a warehouse"), however it was written:
// without a capital letter at its front or a full stop at its end.
std::string reason_clause(std::string_view written);

}  // namespace runbookc
