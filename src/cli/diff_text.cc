#include "cli/diff_text.h"

#include "base/text.h"
#include "base/unicode.h"
#include "cli/completion_place.h"
#include "cli/console.h"
#include "cli/session.h"
#include "report/safe_text.h"

namespace runbookc {

std::string shown_diff(const std::string& diff, bool for_terminal) {
  if (!for_terminal) return diff;
  std::string shown;
  for (const std::string_view line : split_lines(diff)) shown += printable(line) + "\n";
  return shown;
}

void note_where_to_apply(Session& session, const std::string& root) {
  if (session.started_in == root) return;
  session.console.note("apply it with: patch -p1 -d " + shell_quoted(safe_text(root)));
}

}  // namespace runbookc
