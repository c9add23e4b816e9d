// The project file against its schema, which is compiled into the program.
#pragma once

#include <vector>

#include "config/project_config.h"

namespace runbookc {

// Every way in which `root` is not what schemas/output/config.json describes.
std::vector<ConfigProblem> check_config_schema(const Value& root);

}  // namespace runbookc
