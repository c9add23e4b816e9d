#include "cli/fix_selection.h"

#include <utility>

#include "cli/change_selection.h"

namespace runbookc {

FixSelection::Concern FixSelection::concern_of(const Diagnostic& found) {
  return {found.code, found.path, found.subject};
}

FixSelection::Place FixSelection::place_of(const Diagnostic& found) {
  return {concern_of(found), found.span.start.line, found.span.start.column};
}

void FixSelection::learn(const CheckedCorpus& checked) {
  const ChangeSelection selection(checked.corpus, changes_, files_);
  for (const Diagnostic& found : checked.diagnostics) {
    if (selection.selects(found)) continue;
    old_concerns_.insert(concern_of(found));
    old_places_.insert(place_of(found));
  }
  learnt_ = true;
}

CheckedCorpus FixSelection::narrowed(CheckedCorpus checked, const FileBytes& overlay) {
  if (!learnt_) learn(checked);
  for (Diagnostic& found : checked.diagnostics) {
    const bool is_old = overlay.contains(found.path) ? old_concerns_.contains(concern_of(found))
                                                     : old_places_.contains(place_of(found));
    if (is_old) found.fix.reset();
  }
  return checked;
}

}  // namespace runbookc
