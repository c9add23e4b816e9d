// Flags, values and commands that the contract names and that published files already use, though
// the program does not take them yet. A test fails for an entry that the program takes by now.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace runbookc {

struct AwaitedFlag {
  std::string command;
  std::string option = {};  // "": the whole command is awaited
  std::string value = {};   // "": the option is awaited, whatever its value
};

inline std::vector<AwaitedFlag> awaits() { return {}; }

}  // namespace runbookc
