// --stdin-filename: an editor's unsaved buffer in the place of a document.
#pragma once

#include <string>

#include "base/overlay_files.h"
#include "base/result.h"
#include "cli/command_table.h"
#include "cli/project.h"

namespace runbookc {

inline constexpr OptionSpec kStdinFilenameOption = {
    "--stdin-filename", "PATH", "check standard input in the place of PATH, for editors"};

// The project of the document that --stdin-filename names, narrowed to that document. Neither it
// nor its folder need exist. An Error for a place where no document can be.
Result<Project> open_project_for_stdin(Session& session, const Arguments& arguments);

// That document as standard input has it, read to its end.
Result<FileBytes> read_stdin_document(const Project& project);

}  // namespace runbookc
