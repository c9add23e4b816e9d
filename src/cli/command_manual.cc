// runbookc manual: the manual page.
#include "base/version.h"
#include "cli/command_table.h"
#include "cli/console.h"
#include "cli/manual_page.h"
#include "cli/session.h"

namespace runbookc {
namespace {

Result<int> run(Session& session, const Arguments&) {
  session.console.print(manual_page(all_command_set(), tool_version(), session.today));
  return kExitFine;
}

}  // namespace

const CliCommand& manual_command() {
  static const CliCommand command = {.name = "manual",
                                     .summary = "print the manual page (roff)",
                                     .details = "Example: runbookc manual | man -l -",
                                     .options = {},
                                     .positionals = {},
                                     .run = run};
  return command;
}

}  // namespace runbookc
