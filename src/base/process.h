// The one seam to other programs. Never through a shell: a program is started by its absolute path
// with a list of arguments, with nothing on standard input but what the call holds, no descriptor
// of ours but its two pipes, and only the environment that it is given.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace runbookc {

struct ProgramCall {
  std::string program;                   // absolute path
  std::vector<std::string> arguments;    // without the program's name
  std::string folder;                    // to start in; absolute
  std::vector<std::string> environment;  // all of it, each "NAME=value"
  std::string input = {};                // on its standard input
  // Gets standard output piece by piece, as it comes, in place of ProgramOutput::out and without
  // its limit; none: it is kept.
  std::function<void(std::string_view)> take = {};
  std::size_t output_limit = std::size_t{256} * 1024 * 1024;  // bytes of standard output
  std::chrono::seconds patience{120};
};

struct ProgramOutput {
  int exit_code = -1;  // -1: ended by a signal
  std::string out;
  std::string err;  // its first 64 KiB
};

// Runs the program to its end. An Error if it cannot be started, prints more than the limit or
// takes longer than the patience; in the last two cases it is killed.
Result<ProgramOutput> run_program(const ProgramCall& call);

// The program of this name in `search_path` (as PATH), absolute; "" if there is none. Folders that
// are not absolute are passed over: a project must not be able to bring the program along.
std::string find_program(std::string_view name, std::string_view search_path);

}  // namespace runbookc
