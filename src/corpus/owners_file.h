// Finding and reading the project's directory of owners.
#pragma once

#include <optional>

#include "base/files.h"
#include "base/result.h"
#include "config/project_config.h"
#include "corpus/codeowners.h"
#include "corpus/owners.h"
#include "source/source_file.h"

namespace runbookc {

struct OwnersFile {
  OwnerDirectory directory;          // exists() is false if the project has none
  std::optional<SourceFile> source;  // of the file, for places
  CodeOwners code_owners;            // the file itself, or the one that GitHub would read
};

// Reads the configured file, else `<content>/owners.yaml`, else `<root>/owners.yaml`. A configured
// file may also be a CODEOWNERS file (by its name): each handle in it is an owner. An Error is a
// configured file that is missing, or a file that is broken: a line `path:line:column: fault` for
// every fault.
Result<OwnersFile> read_owners_file(const Files& files, const ProjectConfig& config,
                                    std::string_view content_root);

}  // namespace runbookc
