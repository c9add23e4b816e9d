#include "check/finding_cap.h"

#include <map>
#include <string>
#include <utility>

namespace runbookc {
namespace {

// "4,312"
std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) {
    digits.insert(at - 3, ",");
  }
  return digits;
}

// Turns the first finding that is left out into the one that stands for all of them.
void fold(Diagnostic& first, std::size_t count) {
  first.message = "… and " + grouped(count) + " more of this kind in this document";
  first.help = "mend the ones before it first, or raise 'limits.findings_per_rule'";
  first.fix = {};
}

struct Tally {
  std::size_t count = 0;
  std::size_t folded = 0;  // where, in the list of what is kept, once there is one
};

}  // namespace

std::vector<Diagnostic> cap_findings(std::vector<Diagnostic> diagnostics, std::size_t limit) {
  if (diagnostics.size() <= limit) return diagnostics;
  std::map<std::pair<std::string, std::string>, Tally> tallies;
  std::vector<Diagnostic> kept;
  for (Diagnostic& found : diagnostics) {
    Tally& tally = tallies[{found.path, found.code}];
    if (++tally.count <= limit) {
      kept.push_back(std::move(found));
    } else if (tally.count == limit + 1) {
      tally.folded = kept.size();
      kept.push_back(std::move(found));
    }
  }
  for (const auto& [path_and_code, tally] : tallies) {
    if (tally.count > limit) fold(kept[tally.folded], tally.count - limit);
  }
  return kept;
}

}  // namespace runbookc
