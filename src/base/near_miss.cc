#include "base/near_miss.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/text.h"

namespace runbookc {
namespace {

// What a slip of case or of separator leaves unchanged.
std::string folded(std::string_view name) {
  std::string text = lower_ascii(name);
  std::ranges::replace_if(text, [](char c) { return c == '_' || c == ' '; }, '-');
  return text;
}

// Three rows of the distance table. Only cells within `limit` of the diagonal are kept up to date;
// the ones beside that band read as "too far".
struct Rows {
  std::vector<std::size_t> before_last, last, current;
};

void fill_row(Rows& rows, std::string_view a, std::string_view b, std::size_t i,
              std::size_t limit) {
  const std::size_t first = i > limit ? i - limit : 1;
  const std::size_t end = std::min(b.size(), i + limit);
  rows.current[first - 1] = i <= limit ? i : limit + 1;
  for (std::size_t j = first; j <= end; ++j) {
    const std::size_t substitution = rows.last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
    std::size_t best = std::min({substitution, rows.last[j] + 1, rows.current[j - 1] + 1});
    const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
    if (swapped) best = std::min(best, rows.before_last[j - 2] + 1);
    rows.current[j] = std::min(best, limit + 1);
  }
}

struct Nearest {
  const std::string* candidate = nullptr;
  bool tie = false;  // another one is as near
};

std::string digits_of(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits),
                       [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

// As many digits, but others: '2 hours' is no slip of '4 hours', while 'sha25' may be one of
// 'sha256', and 12 of 21.
bool is_other_number(std::string_view name, std::string_view candidate) {
  std::string a = digits_of(name);
  std::string b = digits_of(candidate);
  std::ranges::sort(a);
  std::ranges::sort(b);
  return a.size() == b.size() && a != b;
}

Nearest find_nearest(std::string_view name, std::span<const std::string> candidates) {
  const std::string wanted = folded(name);
  const std::size_t limit = std::min<std::size_t>(wanted.size() / 3, 3);
  std::size_t best = limit + 1;
  Nearest found;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(wanted, folded(candidate), limit);
    if (distance > best || distance > limit || is_other_number(name, candidate)) continue;
    found.tie = distance == best;
    if (distance < best) found.candidate = &candidate;
    best = distance;
  }
  return found;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t longest = std::max(a.size(), b.size());
  if (longest - std::min(a.size(), b.size()) > limit) return limit + 1;
  limit = std::min(limit, longest);
  const std::vector<std::size_t> far(b.size() + 1, limit + 1);
  Rows rows{far, far, far};
  for (std::size_t j = 0; j <= std::min(b.size(), limit); ++j) rows.last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    fill_row(rows, a, b, i, limit);
    std::swap(rows.before_last, rows.last);
    std::swap(rows.last, rows.current);
  }
  return rows.last[b.size()];
}

std::optional<std::string> near_miss(std::string_view name,
                                     std::span<const std::string> candidates) {
  const Nearest found = find_nearest(name, candidates);
  return found.candidate == nullptr ? std::nullopt : std::optional(*found.candidate);
}

std::optional<std::string> unique_near_miss(std::string_view name,
                                            std::span<const std::string> candidates) {
  const Nearest found = find_nearest(name, candidates);
  const bool unique =
      found.candidate != nullptr && !found.tie && digits_of(name) == digits_of(*found.candidate);
  return unique ? std::optional(*found.candidate) : std::nullopt;
}

std::optional<std::string> NearMissBudget::nearest(std::string_view name,
                                                   std::span<const std::string> candidates) {
  constexpr std::size_t kBytes = 64;
  std::size_t cost = name.size() / kBytes;
  for (const std::string& candidate : candidates) {
    cost += 1 + candidate.size() / kBytes;
    if (cost > left_) {
      left_ = 0;
      return std::nullopt;
    }
  }
  left_ -= cost;
  return near_miss(name, candidates);
}

}  // namespace runbookc
