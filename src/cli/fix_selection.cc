#include "cli/fix_selection.h"

#include "cli/change_selection.h"

namespace runbookc {

CheckedCorpus narrowed_fixes(CheckedCorpus checked, const ChangeSet& changes, const Files& files,
                             const FileBytes& overlay) {
  const ChangeSet changes_now = with_edits(changes, files, overlay);
  const OverlayFiles files_now(files, overlay);
  const ChangeSelection selection(checked.corpus, changes_now, files_now);
  for (Diagnostic& found : checked.diagnostics) {
    if (found.fix && !selection.selects(found)) found.fix.reset();
  }
  return checked;
}

}  // namespace runbookc
