#include "base/overlay_files.h"

#include <catch2/catch.hpp>

namespace runbookc {
namespace {

TEST_CASE("given bytes stand in for a file, and for one that is not there") {
  const MemoryFiles below({{"d/a.md", "old"}, {"d/b.md", "b"}});
  const OverlayFiles files(below, {{"d/a.md", "new"}, {"d/c.md", "c"}});
  CHECK(files.read("d/a.md", 10).bytes == "new");
  CHECK(files.read("d/b.md", 10).bytes == "b");
  CHECK(files.read("d/c.md", 10).bytes == "c");
  CHECK(files.read("d/a.md", 2).failure == ReadFailure::too_large);
  CHECK(files.kind("d/c.md") == FileKind::file);
  CHECK(files.kind("d/x.md") == FileKind::missing);
}

TEST_CASE("a folder lists what is above and below, once and in order") {
  const MemoryFiles below({{"d/a.md", ""}, {"d/z.md", ""}});
  const OverlayFiles files(below, {{"d/a.md", ""}, {"d/b.md", ""}, {"e/x.md", ""}});
  const auto entries = files.list("d");
  REQUIRE(entries);
  std::vector<std::string> names;
  for (const FolderEntry& entry : *entries) names.push_back(entry.name);
  CHECK(names == std::vector<std::string>{"a.md", "b.md", "z.md"});
}

}  // namespace
}  // namespace runbookc
