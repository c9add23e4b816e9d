#include "check/severity_scale.h"

namespace runbookc {

std::vector<std::string> severity_scale(const ProjectConfig& config) {
  std::vector<std::string> names;
  for (const SeverityLevel& level : config.severities) {
    names.push_back(level.name);
  }
  return names;
}

}  // namespace runbookc
