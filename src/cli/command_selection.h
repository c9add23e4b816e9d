// Which commands `runbookc commands` prints.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/arguments.h"
#include "corpus/corpus.h"

namespace runbookc {

// A command with what it belongs to. Refers to the corpus.
struct PlacedCommand {
  const Page* page = nullptr;
  const Document* document = nullptr;
  const Command* command = nullptr;
  std::string id;  // as in commands.json
};

struct CommandSelection {
  std::vector<PlacedCommand> commands;       // in the order of path and place
  std::set<std::string, std::less<>> paths;  // of the documents asked for
  bool everything = false;                   // nothing was asked for in particular
  bool filtered = false;                     // by what the commands are, not only by where
  std::vector<std::string> notices;          // of programs that no command runs
};

// By --runbook, --risk, --program (each may be given several times, the last two also as lists with
// commas) and `paths`, as `is_selected`
// reads them. An Error for a runbook that there is not, or a value that is no risk.
Result<CommandSelection> select_commands(const Corpus& corpus, const Arguments& arguments,
                                         const std::vector<std::string>& paths);

}  // namespace runbookc
