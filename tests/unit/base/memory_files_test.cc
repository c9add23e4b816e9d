#include <catch2/catch.hpp>

#include "base/files.h"

using namespace runbookc;

namespace {

MemoryFiles sample() {
  return MemoryFiles({{"a/b/c.md", "deep"}, {"a/x.md", "x"}, {"a-b.md", "dash"}, {"z.md", "last"}});
}

std::vector<std::string> names(const Files& files, std::string_view folder) {
  std::vector<std::string> found;
  const auto entries = files.list(folder);
  REQUIRE(entries.ok());
  for (const FolderEntry& entry : *entries) found.push_back(entry.name);
  return found;
}

}  // namespace

TEST_CASE("folders in memory exist because something is in them") {
  const MemoryFiles files = sample();
  CHECK(files.kind("") == FileKind::folder);
  CHECK(files.kind("a") == FileKind::folder);
  CHECK(files.kind("a/b") == FileKind::folder);
  CHECK(files.kind("a/x.md") == FileKind::file);
  CHECK(files.kind("a/y.md") == FileKind::missing);
  CHECK(files.kind("a/x.md/y") == FileKind::missing);
}

TEST_CASE("a listing in memory is sorted by name and not deep") {
  const MemoryFiles files = sample();
  CHECK(names(files, "") == std::vector<std::string>{"a", "a-b.md", "z.md"});
  CHECK(names(files, "a") == std::vector<std::string>{"b", "x.md"});
  CHECK(files.list("")->front().kind == FileKind::folder);
  CHECK(files.list("a")->back().kind == FileKind::file);
  CHECK_FALSE(files.list("z.md").ok());
  CHECK_FALSE(files.list("nowhere").ok());
}

TEST_CASE("reading from memory has the disk's failures") {
  const MemoryFiles files = sample();
  CHECK(files.read("a/x.md", 10).bytes == "x");
  CHECK(files.read("a", 10).failure == ReadFailure::is_folder);
  CHECK(files.read("b", 10).failure == ReadFailure::missing);
  const ReadOutcome large = files.read("a/b/c.md", 3);
  CHECK(large.failure == ReadFailure::too_large);
  CHECK(large.size == 4);
  CHECK(large.bytes.empty());
}
