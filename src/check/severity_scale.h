// The project's scale of severities.
#pragma once

#include <string>
#include <vector>

#include "config/project_config.h"

namespace runbookc {

// Most severe first; P1 to P4 unless the project says otherwise.
std::vector<std::string> severity_scale(const ProjectConfig& config);

}  // namespace runbookc
