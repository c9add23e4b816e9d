// What `init` writes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace runbookc {

struct StarterFile {
  std::string path;  // relative to the project root
  std::string purpose;
  std::string text;
};

// The workflow among them, and its step that a team has to fill in: nobody else knows how the
// program comes to their runners.
inline constexpr std::string_view kWorkflowPath = ".github/workflows/runbooks.yml";
inline constexpr std::string_view kInstallStep = "Install runbookc";

// The files of a new project, which checks clean on the day `today`.
std::vector<StarterFile> starter_files(Date today);

}  // namespace runbookc
