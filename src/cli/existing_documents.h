// The documents that a folder holds before it becomes a project.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace runbookc {

// What a first document is called, in the content folder.
inline constexpr std::string_view kFirstDocument = "restart-a-service.md";

struct ExistingDocuments {
  std::string folder;     // the deepest one that holds them all, relative; "." for the root itself
  std::size_t count = 0;  // that a check will read there; 0: `folder` is the one to make
};

// Where a folder `content` is, it is the one. Else Markdown below `root` decides, hidden folders,
// `node_modules` and the like left out, and at the root itself the files that are about the
// repository (README.md, CHANGELOG.md …). Links are not followed; what cannot be read is passed
// over, and so is what comes after a great many files.
ExistingDocuments find_existing_documents(const std::string& root);

}  // namespace runbookc
