// A place in a script where the value of a variable is taken, or where one is set that no simple
// command sets.
#pragma once

#include <cstdint>
#include <string>

#include "shell/simple_command.h"
#include "source/span.h"

namespace runbookc {

enum class VariableUse : std::uint8_t {
  needed,     // `$X`, `${X}`, `${#X}`, `${X:?}` …
  defaulted,  // `${X:-d}`, `${X:=d}`, `${X:+d}`: it may be unset
  set         // `for X in`, `((X = 1))`, `${X:=d}`
};

struct ShellVariable {
  std::string name;
  ByteRange range;  // of the name
  VariableUse use = VariableUse::needed;
  std::uint32_t statement = 0;  // index of the top-level statement that it stands in
  CommandSurroundings around = {};

  friend bool operator==(const ShellVariable&, const ShellVariable&) = default;
};

}  // namespace runbookc
