// Which fixes `fix --changed-since REV` makes: those of the findings that the check would show.
#pragma once

#include "base/overlay_files.h"
#include "cli/edited_changes.h"
#include "fix/fix_rounds.h"
#include "git/change_set.h"

namespace runbookc {

// `checked`, which is the project of `files` with `overlay` on top, without the fixes of findings
// that the change has not caused. What a fix edits is a part of the change from then on, as it will
// be for git: so a second run finds nothing more to do.
CheckedCorpus narrowed_fixes(CheckedCorpus checked, const ChangeSet& changes, const Files& files,
                             const FileBytes& overlay);

}  // namespace runbookc
