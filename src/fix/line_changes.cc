#include "fix/line_changes.h"

#include <algorithm>

namespace runbookc {
namespace {

using Lines = LineViews;

constexpr std::ptrdiff_t kMaxDifference = 1000;  // lines; bounds the work and the memory

// Myers' greedy algorithm ("An O(ND) Difference Algorithm", 1986) over the lines [begin, end) of
// both texts. A row of furthest points for each number of differences, to walk back on.
class LineMatcher {
 public:
  LineMatcher(const Lines& a, const Lines& b, std::size_t begin, std::size_t a_end,
              std::size_t b_end)
      : a_(a),
        b_(b),
        begin_(begin),
        a_size_(static_cast<std::ptrdiff_t>(a_end - begin)),
        b_size_(static_cast<std::ptrdiff_t>(b_end - begin)) {}

  LineChanges changes() {
    const std::ptrdiff_t limit = std::min(a_size_ + b_size_, kMaxDifference);
    for (std::ptrdiff_t d = 0; d <= limit; ++d) {
      if (advance(d)) return walk_back(d);
    }
    return {{begin_, static_cast<std::size_t>(a_size_), begin_, static_cast<std::size_t>(b_size_)}};
  }

 private:
  // rows_[d] holds x for the diagonals -d .. d.
  std::ptrdiff_t at(std::ptrdiff_t d, std::ptrdiff_t k) const {
    if (d < 0 || k < -d || k > d) return -1;
    return rows_[static_cast<std::size_t>(d)][static_cast<std::size_t>(k + d)];
  }

  // Where diagonal k begins with d differences, before its run of equal lines; -1 if nothing leads
  // there.
  std::ptrdiff_t start(std::ptrdiff_t d, std::ptrdiff_t k) const {
    if (d == 0) return 0;
    return std::max(after_removal(d, k), at(d - 1, k + 1));
  }
  std::ptrdiff_t after_removal(std::ptrdiff_t d, std::ptrdiff_t k) const {
    const std::ptrdiff_t x = at(d - 1, k - 1);
    return x < 0 ? -1 : x + 1;
  }

  bool advance(std::ptrdiff_t d) {
    rows_.emplace_back(static_cast<std::size_t>(2 * d + 1), -1);
    bool done = false;
    for (std::ptrdiff_t k = -d; k <= d; k += 2) {
      std::ptrdiff_t x = start(d, k);
      std::ptrdiff_t y = x - k;
      if (x < 0 || x > a_size_ || y > b_size_ || y < 0) continue;
      while (x < a_size_ && y < b_size_ && same(x, y)) {
        ++x;
        ++y;
      }
      rows_.back()[static_cast<std::size_t>(k + d)] = x;
      done = done || (x == a_size_ && y == b_size_);
    }
    return done;
  }

  bool same(std::ptrdiff_t x, std::ptrdiff_t y) const {
    return a_[begin_ + static_cast<std::size_t>(x)] == b_[begin_ + static_cast<std::size_t>(y)];
  }

  LineChanges walk_back(std::ptrdiff_t d) const {
    LineChanges changes;
    std::ptrdiff_t k = a_size_ - b_size_;
    for (; d > 0; --d) {
      const std::ptrdiff_t x = start(d, k);
      const bool removes = after_removal(d, k) == x;
      const std::ptrdiff_t y = x - k;
      const std::ptrdiff_t old_begin = removes ? x - 1 : x;
      const std::ptrdiff_t new_begin = removes ? y : y - 1;
      changes.push_back({begin_ + static_cast<std::size_t>(old_begin), removes ? 1U : 0U,
                         begin_ + static_cast<std::size_t>(new_begin), removes ? 0U : 1U});
      k += removes ? -1 : 1;
    }
    std::ranges::reverse(changes);
    return joined(changes);
  }

  // Steps with nothing between them as one change, so that what goes stands before what comes.
  static LineChanges joined(const LineChanges& steps) {
    LineChanges changes;
    for (const LineChange& step : steps) {
      const bool touches = !changes.empty() && changes.back().old_end() == step.old_begin &&
                           changes.back().new_end() == step.new_begin;
      if (!touches) changes.push_back({step.old_begin, 0, step.new_begin, 0});
      changes.back().removed += step.removed;
      changes.back().added += step.added;
    }
    return changes;
  }

  const Lines& a_;
  const Lines& b_;
  std::size_t begin_;
  std::ptrdiff_t a_size_;
  std::ptrdiff_t b_size_;
  std::vector<std::vector<std::ptrdiff_t>> rows_;
};

}  // namespace

LineViews lines_with_ends(std::string_view text) {
  LineViews lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

LineChanges line_changes(const LineViews& before, const LineViews& after) {
  if (before == after) return {};
  const std::size_t shorter = std::min(before.size(), after.size());
  std::size_t begin = 0;
  while (begin < shorter && before[begin] == after[begin]) ++begin;
  std::size_t tail = 0;
  while (tail < shorter - begin &&
         before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
    ++tail;
  return LineMatcher(before, after, begin, before.size() - tail, after.size() - tail).changes();
}

}  // namespace runbookc
