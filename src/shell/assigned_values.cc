#include "shell/assigned_values.h"

#include <algorithm>

namespace runbookc {

void AssignedValues::add(std::span<const SimpleCommand> commands) {
  constexpr std::size_t kMostValues = 4;
  constexpr std::size_t kLongestValue = 256;
  for (const SimpleCommand& command : commands) {
    for (const ShellAssignment& assignment : command.assignments) {
      const std::string& value = assignment.value.value;
      const bool part = assignment.append || !assignment.subscript.empty();
      std::vector<std::string>& known = values_[assignment.name];
      if (std::ranges::find(known, value) != known.end() && !part) continue;
      if (part || value.size() > kLongestValue || known.size() >= kMostValues)
        others_.insert(assignment.name);
      else
        known.push_back(value);
    }
  }
}

std::span<const std::string> AssignedValues::of(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::span<const std::string>() : found->second;
}

}  // namespace runbookc
