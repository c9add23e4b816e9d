// What `init` writes.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"

namespace runbookc {

struct StarterFile {
  std::string path;  // relative to the project root
  std::string purpose;
  std::string text;
};

// The files of a new project, which checks clean on the day `today`.
std::vector<StarterFile> starter_files(Date today);

}  // namespace runbookc
