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

TEST_CASE("given bytes have no times to be believed") {
  class StampedFiles final : public Files {
   public:
    ReadOutcome read(std::string_view, std::uint64_t) const override { return {}; }
    Result<std::vector<FolderEntry>> list(std::string_view) const override {
      return std::vector<FolderEntry>();
    }
    FileKind kind(std::string_view) const override { return FileKind::file; }
    std::optional<FileStamp> stamp(std::string_view) const override { return FileStamp{}; }
  };
  const StampedFiles below;
  const OverlayFiles files(below, {{"a.md", "new"}});
  CHECK_FALSE(files.stamp("a.md"));
  CHECK_FALSE(files.read("a.md", 10).stamp);
  CHECK(files.stamp("b.md"));
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

TEST_CASE("a new folder stands where a given path is in it, at any depth") {
  const MemoryFiles below({{"d/a.md", ""}, {"d/n.md", ""}});
  const OverlayFiles files(below, {{"d/n/m/x.md", ""}, {"d/n/y.md", ""}, {"d/n-2/z.md", ""}});
  const auto names_in = [&](std::string_view folder) {
    std::vector<std::pair<std::string, FileKind>> found;
    const auto entries = files.list(folder);
    REQUIRE(entries);
    for (const FolderEntry& entry : *entries) found.emplace_back(entry.name, entry.kind);
    return found;
  };
  using Entries = std::vector<std::pair<std::string, FileKind>>;
  CHECK(names_in("d") == Entries{{"a.md", FileKind::file},
                                 {"n", FileKind::folder},
                                 {"n-2", FileKind::folder},
                                 {"n.md", FileKind::file}});
  CHECK(names_in("d/n") == Entries{{"m", FileKind::folder}, {"y.md", FileKind::file}});
  CHECK(names_in("d/n/m") == Entries{{"x.md", FileKind::file}});
  CHECK(names_in("") == Entries{{"d", FileKind::folder}});
  CHECK(files.kind("d/n/m") == FileKind::folder);
  CHECK(files.kind("d/o") == FileKind::missing);
  CHECK_FALSE(files.list("d/o"));
}

}  // namespace
}  // namespace runbookc
