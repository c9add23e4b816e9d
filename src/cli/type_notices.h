// What is said about document types beside the findings: things that only the command line knows
// (folders of this machine), or that are no fault of any one document.
#pragma once

#include "cli/project.h"
#include "report/reporter.h"

namespace runbookc {

struct Session;

// Where the project's own types are read: an absolute path.
std::string types_folder(const Project& project);

// Says where types were looked for if a reported document has one that does not exist and is no
// slip.
void note_types(Session& session, const Project& project, const Report& report);

}  // namespace runbookc
