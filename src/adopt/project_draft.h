// runbookc.yaml, drafted around documents that were there before it.
#pragma once

#include <string>
#include <vector>

#include "adopt/adoption_plan.h"

namespace runbookc {

struct ProjectDraft {
  std::string content;                       // the folder, relative; "." for the root
  std::string dialect = {};                  // "" for the usual one
  std::vector<std::string> extensions = {};  // of documents; none: the usual ones
  std::vector<FolderType> folder_types;
  std::vector<FolderOwners> folder_owners;
  std::string owners_file;  // to be named; "" where it is found by itself
  std::string baseline;     // "" for none
};

std::string project_draft(const ProjectDraft& draft);

}  // namespace runbookc
