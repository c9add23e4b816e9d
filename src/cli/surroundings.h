// What is around a folder that becomes a project: the repository that it lies in, and what there
// says how changes are checked and who owns what.
#pragma once

#include <string>
#include <string_view>

#include "cli/existing_documents.h"

namespace runbookc {

struct Surroundings {
  std::string top = {};    // absolute: of the git repository, else the folder itself
  std::string below = {};  // the folder, relative to `top`: "docs/ops"; "" for the top itself
  // The CODEOWNERS file that is the directory of owners, relative to the folder; "" if none can be,
  // or if there is an owners.yaml.
  std::string codeowners = {};
  // Who owns a first document according to it: "" if the path itself says so.
  std::string first_owner = {};
  // Relative to `top`: one that the project does not reach, "" for none.
  std::string codeowners_above = {};
  bool owners_at_root = false;  // owners.yaml is in the folder, not in its content
  bool uses_gitlab = false;     // its CI is GitLab's, and not GitHub's
};

// `root` is the folder, which need not exist yet. What cannot be read is not there.
Surroundings look_around(const std::string& root, const ExistingDocuments& existing);

// Whether `folder` can stand in a shell's words, in YAML, in a regular expression and in a path
// without being quoted.
bool is_plain_path(std::string_view folder);

}  // namespace runbookc
