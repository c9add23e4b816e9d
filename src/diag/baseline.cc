#include "diag/baseline.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace runbookc {
namespace {

using Uses = std::unordered_map<std::string_view, bool>;  // whether an entry is used

// Notes the entries that `diagnostic` answers to, also where they do not suffice to accept it: what
// they stand for is not mended then.
bool accepts(Uses& used, const Diagnostic& diagnostic) {
  const auto use = [&](const std::string& fingerprint) {
    const auto found = used.find(fingerprint);
    if (found != used.end()) found->second = true;
    return found != used.end();
  };
  std::size_t equal = 0;
  for (const std::string& fingerprint : diagnostic.equal_fingerprints) equal += use(fingerprint);
  const bool by_others = equal > 0 && equal == diagnostic.equal_fingerprints.size();
  return use(diagnostic.fingerprint) || by_others;
}

}  // namespace

BaselineSplit split_by_baseline(std::vector<Diagnostic> diagnostics, const Baseline& baseline,
                                const std::set<std::string, std::less<>>& existing) {
  Uses used;
  for (const BaselineEntry& entry : baseline.entries) used.emplace(entry.fingerprint, false);
  BaselineSplit split;
  for (Diagnostic& diagnostic : diagnostics) {
    const bool accepted = accepts(used, diagnostic);
    (accepted ? split.accepted : split.remaining).push_back(std::move(diagnostic));
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
