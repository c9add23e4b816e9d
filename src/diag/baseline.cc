#include "diag/baseline.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace runbookc {

BaselineSplit split_by_baseline(std::vector<Diagnostic> diagnostics, const Baseline& baseline,
                                const std::set<std::string, std::less<>>& existing) {
  std::unordered_map<std::string_view, bool> used;
  for (const BaselineEntry& entry : baseline.entries) used.emplace(entry.fingerprint, false);
  BaselineSplit split;
  for (Diagnostic& diagnostic : diagnostics) {
    const auto found = used.find(diagnostic.fingerprint);
    if (found != used.end()) found->second = true;
    (found != used.end() ? split.accepted : split.remaining).push_back(std::move(diagnostic));
  }
  for (const BaselineEntry& entry : baseline.entries) {
    if (used.at(entry.fingerprint)) continue;
    (existing.contains(entry.path) ? split.fixed : split.gone).push_back(entry);
  }
  std::ranges::sort(split.fixed);
  std::ranges::sort(split.gone);
  return split;
}

Baseline baseline_of(const std::vector<Diagnostic>& diagnostics) {
  Baseline baseline;
  for (const Diagnostic& diagnostic : diagnostics) {
    baseline.entries.push_back({diagnostic.path, diagnostic.name, diagnostic.fingerprint});
  }
  std::ranges::sort(baseline.entries);
  return baseline;
}

}  // namespace runbookc
