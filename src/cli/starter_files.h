// What `init` writes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "cli/existing_documents.h"

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

// The files of a project around `existing` documents: a new one, which checks clean on the day
// `today`, or one without a document of ours, whose configuration asks nothing yet of what is
// there.
std::vector<StarterFile> starter_files(Date today, const ExistingDocuments& existing);

}  // namespace runbookc
