#include "serve/change_window.h"

#include <algorithm>

namespace runbookc {

void ChangeWindow::note_change(Time now) {
  if (!first_) first_ = now;
  last_ = now;
}

std::optional<ChangeWindow::Time> ChangeWindow::due() const {
  if (!first_) return std::nullopt;
  return std::min(last_ + kQuiet, *first_ + kLongest);
}

}  // namespace runbookc
