#include "shell/wildcard.h"

#include <algorithm>

#include "base/text.h"

namespace runbookc {
namespace {

// By their first bytes, which rule out nearly all.
bool may_match(std::string_view pattern, std::string_view text) {
  if (pattern.empty() || text.empty()) return true;
  return pattern.front() == text.front() || pattern.front() == '*';
}

}  // namespace

bool matches_wildcard(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;  // the last `*`, and where its match began to end
  std::size_t resume = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

Alternatives::Alternatives(std::string_view written) {
  for (const std::string_view piece : split(written, '|')) patterns_.emplace_back(piece);
}

bool Alternatives::contain(std::string_view text) const {
  return std::ranges::any_of(patterns_, [&](const std::string& pattern) {
    return may_match(pattern, text) && matches_wildcard(pattern, text);
  });
}

}  // namespace runbookc
