// `check --changed-since REV`.
#pragma once

#include <optional>

#include "base/result.h"
#include "cli/command_table.h"
#include "cli/project.h"
#include "git/change_set.h"
#include "report/reporter.h"

namespace runbookc {

struct Session;

inline constexpr OptionSpec kChangedSinceOption = {
    "--changed-since", "REV", "report only what changed since REV branched off may have caused"};

// Nothing if the option was not given: then no process is started. An Error if git cannot say.
Result<std::optional<ChangeSet>> read_changes(const Project& project, const Arguments& arguments);

// The renames among them, for suggestions. Sure where no text changed with the path.
RenameMap renames_of(const std::optional<ChangeSet>& changes);

// The findings that the changes may have caused, and the number of documents that changed.
Report narrow_to_changes(Report report, const Project& project,
                         const std::optional<ChangeSet>& changes);

// Says if nothing is left to report on, and if the configuration changed, whose effects on other
// documents are not shown.
void note_changes(Session& session, const Report& report, const std::optional<ChangeSet>& changes);

}  // namespace runbookc
