// What is said about the project file beside the findings: settings that take no effect, and
// project files that nobody reads.
#pragma once

#include "cli/project.h"
#include "corpus/corpus.h"

namespace runbookc {

struct Session;

// Says which globs of `types`, `rules`, `defaults` and `exclude` match nothing, the first few of
// them with what was probably meant; and, where a project without a file was checked whole, which
// project files lie deeper.
void note_project_file(Session& session, const Project& project, const Corpus& corpus);

}  // namespace runbookc
