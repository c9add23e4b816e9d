// The files of a project around documents that had none: runbookc.yaml, owners.yaml and a baseline
// that accepts what is wrong already.
#pragma once

#include <string>
#include <vector>

#include "adopt/adoption_plan.h"
#include "base/overlay_files.h"
#include "base/result.h"
#include "cli/existing_documents.h"
#include "cli/project.h"

namespace runbookc {

struct Session;

struct AdoptionDraft {
  std::string path;  // relative to the project root
  std::string text;
  std::string purpose;
  bool generated = false;  // by a check: no text for people
};

// Sets up the project that is to be drafted, around its documents: where they are, and the dialect
// of what publishes them.
Result<ExistingDocuments> assume_project(Project& project);

// The drafts for `plan`, given the documents as they will be (`changed`, by path). With them, a
// check finds nothing new. The project file is the last: without it, the next run drafts all again.
Result<std::vector<AdoptionDraft>> draft_project(Session& session, const Project& project,
                                                 const ExistingDocuments& existing,
                                                 const AdoptionPlan& plan,
                                                 const FileBytes& changed);

// The baseline that a project names and that is not there.
Result<std::vector<AdoptionDraft>> draft_missing(Session& session, const Project& project,
                                                 const FileBytes& changed);

}  // namespace runbookc
