#include "parse/secret_values.h"

#include <algorithm>
#include <utility>

namespace runbookc {
namespace {

std::size_t shared_size(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

// For each of sorted values the longest one that it begins with, as an index; else `none`.
std::vector<std::size_t> find_parents(const std::vector<std::string>& sorted, std::size_t none) {
  std::vector<std::size_t> parents;
  std::vector<std::size_t> open;  // values that the last one begins with, and itself
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    while (!open.empty() && !sorted[i].starts_with(sorted[open.back()])) open.pop_back();
    parents.push_back(open.empty() ? none : open.back());
    open.push_back(i);
  }
  return parents;
}

}  // namespace

SecretValues::SecretValues(std::vector<std::string> values) : values_(std::move(values)) {
  std::erase(values_, "");
  std::ranges::sort(values_);
  const auto repeated = std::ranges::unique(values_);
  values_.erase(repeated.begin(), repeated.end());
  parents_ = find_parents(values_, kNone);
  for (const std::string& value : values_) first_.set(static_cast<unsigned char>(value.front()));
}

// Whatever value begins the text also begins the one that is sorted right before the text.
std::size_t SecretValues::match(std::string_view text) const {
  if (text.empty() || !first_[static_cast<unsigned char>(text.front())]) return 0;
  const auto after = std::ranges::upper_bound(values_, text);
  if (after == values_.begin()) return 0;
  auto at = static_cast<std::size_t>(after - values_.begin()) - 1;
  const std::size_t shared = shared_size(values_[at], text);
  while (at != kNone && values_[at].size() > shared) at = parents_[at];
  return at == kNone ? 0 : values_[at].size();
}

}  // namespace runbookc
