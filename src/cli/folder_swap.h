// Puts one folder in the place of another.
#pragma once

#include <string>

#include "cli/output_disk.h"

namespace runbookc {

struct FolderSwap {
  std::string fresh;
  std::string target;
  std::string aside;      // a free name, for file systems that cannot exchange two names
  bool replaces = false;  // there is a target; it is at `fresh` afterwards
};

// errno, or 0. In one rename wherever the file system can. Where it cannot, a target that is
// replaced is at `aside` for a moment; a run that dies then, or cannot undo it, leaves it there.
int swap_folders(OutputDisk& disk, const FolderSwap& swap);

// Undoes it.
int swap_back(OutputDisk& disk, const FolderSwap& swap);

}  // namespace runbookc
