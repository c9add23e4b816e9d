// The words after a program's name, told apart: options with their values, operands, and the words
// of a command that the program runs in turn.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shell/command_pattern.h"
#include "shell/simple_command.h"

namespace runbookc {

struct Option {
  std::string name;  // with its dashes: `-n`, `--namespace`
  std::optional<ShellWord> value;
  bool attached = false;  // the value stands in the same word, behind `=`

  // `--dry-run=false`: a switch that is there and turned off.
  bool off() const { return attached && value->value == "false"; }
};

struct ProgramArguments {
  std::vector<Option> options;  // `--` is one that says that operands follow
  std::vector<ShellWord> operands;
  std::span<const ShellWord> inner;  // of the words given; empty if no command begins there
  bool fed = false;                  // standard input is a pipe, a file or a here-document
};

// Options that take the next word, where the operands so far begin with `path`.
struct ValueOptions {
  CommandPattern path;
  // "*": every option; "-p?": `-p`, with a value only if it is attached (`-pVALUE`).
  std::vector<std::string> names;
};

// Where another command begins, after operands that begin with `path`: at operand `at`, or behind
// `--`.
struct InnerCommand {
  CommandPattern path;
  std::size_t at = 0;
};

// How a program reads its words. A lone `-` is no command: `env - PROGRAM`.
struct ArgumentSyntax {
  bool single_dash = false;   // `-name` is one option, not a cluster of letters
  bool any_case = false;      // operands and patterns compare without case
  bool strict_inner = false;  // the inner command begins right after the operands before it, be it
                              // with an option: `docker run image --version`
  std::vector<ValueOptions> values;
  std::vector<std::string> switches;  // take no value where every option does
  std::vector<InnerCommand> inner;
};

// `words` without the program. Linear in them. `inner` points into `words`.
ProgramArguments read_arguments(std::span<const ShellWord> words, const ArgumentSyntax& syntax);

}  // namespace runbookc
