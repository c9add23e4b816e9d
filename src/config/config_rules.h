// The `rules` of the project file.
#pragma once

#include <vector>

#include "config/project_config.h"

namespace runbookc {

// What `rules` says, in the order written; globs that do not compile go to `problems`. Values that
// the schema refuses are passed over: they were reported.
std::vector<RuleSetting> read_rule_settings(const Value& rules,
                                            std::vector<ConfigProblem>& problems);

}  // namespace runbookc
