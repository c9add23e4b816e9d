// Problems that loading and parsing met, as findings of the rule of their kind.
#pragma once

#include <string_view>
#include <vector>

#include "check/rule.h"

namespace runbookc {

// The code of the rule that a kind of problem belongs to: "RB007".
std::string_view rule_code_of(ProblemKind kind);

Finding finding_of(const Problem& problem);
// The document's own problems of this kind.
std::vector<Finding> problem_findings(const Document& document, ProblemKind kind);

bool has_problem(const Document& document, ProblemKind kind);

}  // namespace runbookc
