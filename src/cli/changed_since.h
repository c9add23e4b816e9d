// `check --changed-since REV`.
#pragma once

#include <optional>
#include <string_view>

#include "base/overlay_files.h"
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

// The renames among them, for suggestions: sure as sure_renames has it. With the lines that are
// new, whose links were not there when files moved.
RenameMap renames_of(const Project& project, const std::optional<ChangeSet>& changes);

// The changes with those of a buffer that stands for a document of `files`.
std::optional<ChangeSet> with_buffer(std::optional<ChangeSet> changes, const Files& files,
                                     const FileBytes& buffer);

// The findings of `report`, which was made of `analysis`, that the changes may have caused; its
// files are then the documents that changed or have one of those. `files` are as they were checked.
Report narrow_to_changes(Report report, const Analysis& analysis, const Project& project,
                         const Files& files, const std::optional<ChangeSet>& changes);

// Says if nothing is left to report on, and what a full check would report besides: accepted
// findings that moved with their files, and what a change of the configuration means for other
// documents. `update` is the command that writes the baseline; "": none can.
void note_changes(Session& session, const Project& project, const Report& report,
                  const std::optional<ChangeSet>& changes, std::string_view update);

}  // namespace runbookc
