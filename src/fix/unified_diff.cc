#include "fix/unified_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace runbookc {
namespace {

constexpr std::size_t kContext = 3;
constexpr std::ptrdiff_t kMaxDifference = 1000;  // lines; bounds the work and the memory

using Lines = std::vector<std::string_view>;

// Each with its line feed, if it has one.
Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

// `removed` lines of the old text from `old_begin` become `added` ones of the new from `new_begin`.
struct Change {
  std::size_t old_begin = 0;
  std::size_t removed = 0;
  std::size_t new_begin = 0;
  std::size_t added = 0;

  std::size_t old_end() const { return old_begin + removed; }
  std::size_t new_end() const { return new_begin + added; }
};

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

  std::vector<Change> changes() {
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

  std::vector<Change> walk_back(std::ptrdiff_t d) const {
    std::vector<Change> changes;
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
  static std::vector<Change> joined(const std::vector<Change>& steps) {
    std::vector<Change> changes;
    for (const Change& step : steps) {
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

std::vector<Change> changes_between(const Lines& a, const Lines& b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t begin = 0;
  while (begin < shorter && a[begin] == b[begin]) ++begin;
  std::size_t tail = 0;
  while (tail < shorter - begin && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  return LineMatcher(a, b, begin, a.size() - tail, b.size() - tail).changes();
}

// Changes whose context would touch stand in one hunk.
std::vector<std::vector<Change>> hunks_of(const std::vector<Change>& changes) {
  std::vector<std::vector<Change>> hunks;
  for (const Change& change : changes) {
    const bool apart =
        hunks.empty() || change.old_begin > hunks.back().back().old_end() + 2 * kContext;
    if (apart) hunks.emplace_back();
    hunks.back().push_back(change);
  }
  return hunks;
}

void append_line(std::string& out, char mark, std::string_view line) {
  out += mark;
  out += line;
  if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

// An empty range is named by the line before it.
std::string range_text(std::size_t begin, std::size_t count) {
  const std::size_t line = count == 0 ? begin : begin + 1;
  return count == 1 ? fmt::format("{}", line) : fmt::format("{},{}", line, count);
}

std::string hunk_text(const Lines& a, const Lines& b, const std::vector<Change>& changes) {
  const Change& first = changes.front();
  const Change& last = changes.back();
  const std::size_t before = std::min(first.old_begin, kContext);
  const std::size_t after = std::min(a.size() - last.old_end(), kContext);
  const std::size_t old_begin = first.old_begin - before;
  const std::size_t new_begin = first.new_begin - before;
  std::string out =
      fmt::format("@@ -{} +{} @@\n", range_text(old_begin, last.old_end() + after - old_begin),
                  range_text(new_begin, last.new_end() + after - new_begin));
  std::size_t shown = old_begin;
  for (const Change& change : changes) {
    for (; shown < change.old_begin; ++shown) append_line(out, ' ', a[shown]);
    for (; shown < change.old_end(); ++shown) append_line(out, '-', a[shown]);
    for (std::size_t i = change.new_begin; i < change.new_end(); ++i) append_line(out, '+', b[i]);
  }
  for (; shown < last.old_end() + after; ++shown) append_line(out, ' ', a[shown]);
  return out;
}

// As git's core.quotePath has it; a name with a space ends with a tab, for patch.
std::string file_name_text(std::string_view side, std::string_view path) {
  const std::string name = std::string(side) + std::string(path);
  const bool plain = std::ranges::all_of(
      name, [](char c) { return c >= ' ' && c < '\x7f' && c != '"' && c != '\\'; });
  if (plain) return name.find(' ') == std::string::npos ? name : name + "\t";
  std::string quoted = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') {
      quoted += {'\\', c};
    } else if (c >= ' ' && c < '\x7f') {
      quoted += c;
    } else {
      quoted += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
    }
  }
  return quoted + "\"";
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return "";
  const Lines a = lines_of(before);
  const Lines b = lines_of(after);
  std::string out =
      fmt::format("--- {}\n+++ {}\n", file_name_text("a/", path), file_name_text("b/", path));
  for (const std::vector<Change>& hunk : hunks_of(changes_between(a, b))) {
    out += hunk_text(a, b, hunk);
  }
  return out;
}

}  // namespace runbookc
