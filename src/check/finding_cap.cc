#include "check/finding_cap.h"

#include <algorithm>
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

Finding folded(const Finding& next, std::size_t count) {
  return {.span = next.span,
          .message = "… and " + grouped(count) + " more of this kind in this document",
          .help = "mend the ones before it first, or raise 'limits.findings_per_rule'",
          .subject = "more",
          .fix = {},
          .path = next.path};
}

bool stands_before(const Finding& a, const Finding& b) {
  return std::pair(std::string_view(a.path), a.span.start) <
         std::pair(std::string_view(b.path), b.span.start);
}

}  // namespace

std::vector<Finding> cap_findings(std::vector<Finding> findings, std::size_t limit) {
  if (findings.size() <= limit) {
    return findings;
  }
  std::ranges::stable_sort(findings, stands_before);
  std::vector<Finding> kept;
  for (auto first = findings.begin(); first != findings.end();) {
    const auto end = std::ranges::find_if(
        first, findings.end(), [&](const Finding& other) { return other.path != first->path; });
    const auto count = static_cast<std::size_t>(end - first);
    const auto cut = first + static_cast<std::ptrdiff_t>(std::min(count, limit));
    for (auto one = first; one != cut; ++one) {
      kept.push_back(std::move(*one));
    }
    if (cut != end) {
      kept.push_back(folded(*cut, count - limit));
    }
    first = end;
  }
  return kept;
}

}  // namespace runbookc
