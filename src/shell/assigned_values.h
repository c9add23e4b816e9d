// What variables are set to in a script, as far as it is written out there.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shell/simple_command.h"

namespace runbookc {

class AssignedValues {
 public:
  // Of each name at most four values of up to 256 bytes are kept: more do not stand for a program.
  void add(std::span<const SimpleCommand> commands);

  // In the order in which they are set; valid until the next `add`.
  std::span<const std::string> of(std::string_view name) const;
  // Whether something else is assigned, too: what is left out, or a part.
  bool has_others(std::string_view name) const { return others_.contains(name); }

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
  std::set<std::string, std::less<>> others_;
};

}  // namespace runbookc
