// A change with edits on top that git has not seen.
#pragma once

#include "base/files.h"
#include "base/overlay_files.h"
#include "git/change_set.h"

namespace runbookc {

// What git would say of the working tree once the files of `edited`, by path, held these bytes:
// `changes` with the lines that differ from those of `files` counted in, and the lines below them
// moved. A line that an edit sets back to what it was still counts as changed.
ChangeSet with_edits(ChangeSet changes, const Files& files, const FileBytes& edited);

}  // namespace runbookc
