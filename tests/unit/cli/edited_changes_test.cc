#include "cli/edited_changes.h"

#include <catch2/catch.hpp>

namespace runbookc {
namespace {

constexpr const char* kPath = "a.md";

Hunk hunk(std::uint32_t first, std::uint32_t count) {
  return {.old_first = first,
          .old_count = count,
          .new_first = first,
          .new_count = count,
          .removed = {},
          .added = {}};
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> lines_after(const std::vector<Hunk>& hunks,
                                                                 const std::string& before,
                                                                 const std::string& after) {
  ChangeSet changes;
  if (!hunks.empty()) changes.files[kPath].hunks = hunks;
  const FileBytes bytes = {{kPath, before}};
  const MemoryFiles files(bytes);
  const ChangeSet edited = with_edits(changes, files, {{kPath, after}});
  std::vector<std::pair<std::uint32_t, std::uint32_t>> lines;
  const FileChange* change = edited.find(kPath);
  if (change == nullptr) return lines;
  for (const Hunk& one : change->hunks) lines.emplace_back(one.new_first, one.new_count);
  return lines;
}

using Lines = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

}  // namespace

TEST_CASE("An edited line counts as changed, with what it was and is") {
  const FileBytes bytes = {{kPath, "a\nb\nc\n"}};
  const MemoryFiles files(bytes);
  const ChangeSet edited = with_edits({}, files, {{kPath, "a\nB\nc\n"}});
  REQUIRE(edited.find(kPath) != nullptr);
  REQUIRE(edited.find(kPath)->hunks.size() == 1);
  CHECK(edited.find(kPath)->hunks[0] == Hunk{.old_first = 2,
                                             .old_count = 1,
                                             .new_first = 2,
                                             .new_count = 1,
                                             .removed = {"b"},
                                             .added = {"B"}});
}

TEST_CASE("An edit that changes nothing is none") {
  CHECK(lines_after({}, "a\n", "a\n").empty());
  CHECK(lines_after({hunk(1, 1)}, "a\n", "a\n") == Lines{{1, 1}});
}

TEST_CASE("Changed lines move with what edits put above them or take away") {
  CHECK(lines_after({hunk(3, 1)}, "a\nb\nc\n", "x\na\nb\nc\n") == Lines{{1, 1}, {4, 1}});
  CHECK(lines_after({hunk(3, 1)}, "a\nb\nc\n", "b\nc\n") == Lines{{0, 0}, {2, 1}});
  CHECK(lines_after({hunk(1, 1)}, "a\nb\nc\n", "a\nb\nC\nd\n") == Lines{{1, 1}, {3, 2}});
}

TEST_CASE("Edits in and beside changed lines are one with them or stand beside them, ascending") {
  CHECK(lines_after({hunk(1, 3)}, "a\nb\nc\n", "a\nB\nc\n") == Lines{{1, 3}});
  CHECK(lines_after({hunk(2, 1)}, "a\nb\nc\n", "a\nb\nx\nc\n") == Lines{{2, 1}, {3, 1}});
  CHECK(lines_after({hunk(2, 1)}, "a\nb\nc\n", "A\nB\nC\n") == Lines{{1, 3}});
  CHECK(lines_after({hunk(2, 0)}, "a\nb\nc\n", "x\na\nb\nc\n") == Lines{{1, 1}, {3, 0}});
}

TEST_CASE("A new file stays new as a whole, and so does one that was not there") {
  ChangeSet changes;
  changes.files[kPath].whole = true;
  const FileBytes bytes = {{kPath, "a\n"}};
  const MemoryFiles files(bytes);
  const ChangeSet edited = with_edits(changes, files, {{kPath, "b\n"}, {"new.md", "c\n"}});
  CHECK(edited.find(kPath)->whole);
  CHECK(edited.find(kPath)->hunks.empty());
  CHECK(edited.find("new.md")->whole);
}

}  // namespace runbookc
