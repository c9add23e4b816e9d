#include "config/danger_patterns.h"

namespace runbookc {

Result<DangerPatterns> DangerPatterns::compile(std::span<const DangerPattern> patterns) {
  DangerPatterns all;
  for (const DangerPattern& danger : patterns) {
    auto pattern = Pattern::compile(danger.pattern);
    if (!pattern) return pattern.error();
    const std::string reason =
        danger.reason.empty() ? "is held for dangerous in this project" : danger.reason;
    all.patterns_.push_back({std::move(*pattern), reason});
  }
  return all;
}

std::string DangerPatterns::reason_for(std::string_view command) const {
  for (const Compiled& danger : patterns_)
    if (danger.pattern.matches(command)) return danger.reason;
  return {};
}

}  // namespace runbookc
