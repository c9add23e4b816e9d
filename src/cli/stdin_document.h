// --stdin-filename: an editor's unsaved buffer in the place of a document.
#pragma once

#include <memory>
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

// The project's files with standard input, read to its end, in the place of that document.
// `project` must outlive the result.
Result<std::unique_ptr<OverlayFiles>> read_stdin_document(const Project& project);

}  // namespace runbookc
