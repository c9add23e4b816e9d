#include "fix/unified_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <vector>

#include "fix/line_changes.h"

namespace runbookc {
namespace {

constexpr std::size_t kContext = 3;

// Changes whose context would touch stand in one hunk.
std::vector<LineChanges> hunks_of(const LineChanges& changes) {
  std::vector<LineChanges> hunks;
  for (const LineChange& change : changes) {
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

std::string hunk_text(const LineViews& a, const LineViews& b, const LineChanges& changes) {
  const LineChange& first = changes.front();
  const LineChange& last = changes.back();
  const std::size_t before = std::min(first.old_begin, kContext);
  const std::size_t after = std::min(a.size() - last.old_end(), kContext);
  const std::size_t old_begin = first.old_begin - before;
  const std::size_t new_begin = first.new_begin - before;
  std::string out =
      fmt::format("@@ -{} +{} @@\n", range_text(old_begin, last.old_end() + after - old_begin),
                  range_text(new_begin, last.new_end() + after - new_begin));
  std::size_t shown = old_begin;
  for (const LineChange& change : changes) {
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
  const LineViews a = lines_with_ends(before);
  const LineViews b = lines_with_ends(after);
  std::string out =
      fmt::format("--- {}\n+++ {}\n", file_name_text("a/", path), file_name_text("b/", path));
  for (const LineChanges& hunk : hunks_of(line_changes(a, b))) {
    out += hunk_text(a, b, hunk);
  }
  return out;
}

}  // namespace runbookc
