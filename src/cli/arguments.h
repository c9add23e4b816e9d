// The command line, taken apart. cli/arguments.cc is the only user of CLI11.
#pragma once

#include <string>
#include <variant>

#include "base/result.h"
#include "cli/command_table.h"

namespace runbookc {

struct CommandLine {
  const CliCommand* command = nullptr;
  Arguments arguments;  // common options and the command's own
};

// --help or --version, or the help because no command was given (exit code 2): to be printed, and
// nothing else done.
struct Information {
  std::string text;
  int exit_code = kExitFine;
};

// Common options are accepted before and after the command; the last of several values wins. An
// Error names what was misspelt and the nearest known word.
Result<std::variant<CommandLine, Information>> parse_arguments(int argc, const char* const* argv);

}  // namespace runbookc
