// The rules as people read them: docs/rules.md and `runbookc explain`. Both come from the registry
// alone.
#pragma once

#include <string>

#include "check/rule.h"

namespace runbookc {

// docs/rules.md: a table of all rules, then a section for each.
std::string rules_markdown();

// One rule for a terminal: plain text, wrapped at 80 columns, examples indented.
std::string explain_rule(const Rule& rule);

}  // namespace runbookc
