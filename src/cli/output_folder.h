// Where `build` writes to.
#pragma once

#include <string>

#include "base/result.h"
#include "cli/command_table.h"
#include "cli/project.h"

namespace runbookc {

inline constexpr OptionSpec kOutOption = {"--out", "DIR",
                                          "write the site there (default: `output`, site)"};

struct OutputFolder {
  std::string path;         // absolute, links resolved as far as it exists
  std::string within_root;  // relative to the project root; "" if it lies elsewhere
};

// --out (relative to the working directory), else the project's `output` (relative to its root,
// which it must not leave). An Error for a folder that holds the project's documents.
Result<OutputFolder> choose_output_folder(const Project& project, const Arguments& arguments);

}  // namespace runbookc
