#include "cli/edited_changes.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "fix/line_changes.h"

namespace runbookc {
namespace {

std::string without_end(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  return std::string(line);
}

std::vector<std::string> lines_between(const LineViews& lines, std::size_t begin, std::size_t end) {
  std::vector<std::string> copies;
  for (std::size_t i = begin; i < end; ++i) copies.push_back(without_end(lines[i]));
  return copies;
}

// Hunks name an empty range by the line before it.
std::uint32_t first_of(std::size_t begin, std::size_t count) {
  return static_cast<std::uint32_t>(count == 0 ? begin : begin + 1);
}

std::size_t begin_of(const Hunk& hunk) {
  return hunk.new_count == 0 ? hunk.new_first : std::max(hunk.new_first, 1U) - 1;
}

// The boundary before line `at` of the old text in the new one; within a change, that change's
// edge.
std::size_t moved(std::size_t at, bool is_end, const LineChanges& edits) {
  const auto after = std::ranges::upper_bound(edits, at, {}, &LineChange::old_begin);
  if (after == edits.begin()) return at;
  const LineChange& edit = *std::prev(after);
  // An end stays above what was changed or put in right below it.
  if (is_end && at == edit.old_begin) return edit.new_begin;
  if (at < edit.old_end()) return is_end ? edit.new_end() : edit.new_begin;
  return edit.new_end() + (at - edit.old_end());
}

Hunk moved_hunk(Hunk hunk, const LineChanges& edits) {
  const std::size_t begin = begin_of(hunk);
  const std::size_t new_begin = moved(begin, false, edits);
  const std::size_t new_end = hunk.new_count == 0
                                  ? new_begin
                                  : std::max(new_begin, moved(begin + hunk.new_count, true, edits));
  hunk.new_count = static_cast<std::uint32_t>(new_end - new_begin);
  hunk.new_first = first_of(new_begin, new_end - new_begin);
  return hunk;
}

void append(std::vector<std::string>& lines, std::vector<std::string> more) {
  std::ranges::move(more, std::back_inserter(lines));
}

// `hunks` with those that overlap made one: they are looked up by their ends.
std::vector<Hunk> united(std::vector<Hunk> hunks) {
  std::ranges::stable_sort(hunks, {}, begin_of);
  std::vector<Hunk> apart;
  for (Hunk& hunk : hunks) {
    const std::size_t last_end =
        apart.empty() ? 0 : begin_of(apart.back()) + apart.back().new_count;
    if (begin_of(hunk) >= last_end) {
      apart.push_back(std::move(hunk));
      continue;
    }
    Hunk& into = apart.back();
    const std::size_t begin = begin_of(into);
    const std::size_t end = std::max(last_end, begin_of(hunk) + hunk.new_count);
    into.new_count = static_cast<std::uint32_t>(end - begin);
    into.new_first = first_of(begin, end - begin);
    into.old_count += hunk.old_count;
    append(into.removed, std::move(hunk.removed));
    append(into.added, std::move(hunk.added));
  }
  return apart;
}

std::vector<Hunk> hunks_with(std::vector<Hunk> hunks, std::string_view before,
                             std::string_view after) {
  const LineViews old_lines = lines_with_ends(before);
  const LineViews new_lines = lines_with_ends(after);
  const LineChanges edits = line_changes(old_lines, new_lines);
  for (Hunk& hunk : hunks) hunk = moved_hunk(std::move(hunk), edits);
  for (const LineChange& edit : edits) {
    hunks.push_back({.old_first = first_of(edit.old_begin, edit.removed),
                     .old_count = static_cast<std::uint32_t>(edit.removed),
                     .new_first = first_of(edit.new_begin, edit.added),
                     .new_count = static_cast<std::uint32_t>(edit.added),
                     .removed = lines_between(old_lines, edit.old_begin, edit.old_end()),
                     .added = lines_between(new_lines, edit.new_begin, edit.new_end())});
  }
  return united(std::move(hunks));
}

}  // namespace

ChangeSet with_edits(ChangeSet changes, const Files& files, const FileBytes& edited) {
  for (const auto& [path, after] : edited) {
    const ReadOutcome before = files.read(path, std::numeric_limits<std::uint64_t>::max());
    if (before.failure == ReadFailure::none && before.bytes == after) continue;
    FileChange& change = changes.files[path];
    if (before.failure != ReadFailure::none) change.whole = true;
    if (change.whole) continue;
    change.hunks = hunks_with(std::move(change.hunks), before.bytes, after);
  }
  return changes;
}

}  // namespace runbookc
