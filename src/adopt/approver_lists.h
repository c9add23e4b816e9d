// OWNERS files, as Kubernetes' projects keep them: in each folder, who may approve changes.
#pragma once

#include <string>
#include <vector>

#include "base/files.h"

namespace runbookc {

struct ApproverList {
  std::string folder;  // relative to the project root; "" for the root itself
  std::string path;    // of the file
  std::vector<std::string> approvers;
};

// Of the folders that hold `documents` (paths), and of those above; sorted by folder. Names of
// groups in the root's OWNERS_ALIASES stand for their people. Files that cannot be read as such are
// passed over.
std::vector<ApproverList> read_approver_lists(const Files& files,
                                              const std::vector<std::string>& documents);

}  // namespace runbookc
