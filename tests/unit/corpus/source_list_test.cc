#include "corpus/source_list.h"

#include <atomic>
#include <catch2/catch.hpp>

#include "base/digest.h"
#include "base/work_pool.h"
#include "unit/corpus/corpus_fixture.h"

namespace runbookc::test {
namespace {

// Files that have stamps, and count how often they are read.
class CountedFiles final : public Files {
 public:
  explicit CountedFiles(Tree texts) : texts_(std::move(texts)) {}

  ReadOutcome read(std::string_view path, std::uint64_t limit) const override {
    ++reads;
    return texts_.read(path, limit);
  }
  Result<std::vector<FolderEntry>> list(std::string_view folder) const override {
    return texts_.list(folder);
  }
  FileKind kind(std::string_view path) const override { return texts_.kind(path); }
  std::optional<FileStamp> stamp(std::string_view) const override { return FileStamp{}; }

  mutable std::atomic<int> reads = 0;

 private:
  MemoryFiles texts_;
};

KnownSource known(std::string_view bytes) { return {FileStamp{}, sha256_hex(bytes)}; }

KnownSources all_known(const Tree& texts) {
  StringMap<KnownSource> sources;
  for (const auto& [path, text] : texts) sources.try_emplace(path, known(text));
  return KnownSources(std::move(sources));
}

}  // namespace

TEST_CASE("a source that is known is read once, when somebody asks", "[threads]") {
  const CountedFiles files(Tree{{"a.md", "# A\n"}, {"b.md", "# B\n"}});
  SourceList list(files, 100);
  list.put_off("a.md", known("# A\n"));
  list.put_off("b.md", known("# B\n"));
  list.add(SourceFile("c.md", "# C\n"));
  CHECK(list.size() == 3);
  CHECK(list.path(1) == "b.md");
  CHECK(list[2].bytes() == "# C\n");
  CHECK(files.reads == 0);
  std::atomic<int> right = 0;
  for_each_index(64, 4, [&](std::size_t) { right += list[1].bytes() == "# B\n" ? 1 : 0; });
  CHECK(right == 64);
  CHECK(files.reads == 1);
  CHECK_FALSE(list.has_changed());
}

TEST_CASE("a source that is another by now, too large or gone, is told") {
  const CountedFiles files(Tree{{"other.md", "# B\n"}, {"large.md", "# Larger\n"}});
  for (const std::string path : {"other.md", "large.md", "gone.md"}) {
    SourceList list(files, 5);
    list.put_off(path, known("# A\n"));
    CHECK_FALSE(list.has_changed());
    const SourceFile& source = list[0];
    CAPTURE(path);
    CHECK(list.has_changed());
    // Places of the old text lie within the new one.
    CHECK(source.bytes_of({{7, 1}, {9, 5}}).end <= source.bytes().size());
  }
}

TEST_CASE("what is known is not read where nobody asks") {
  const Tree texts = {{"a.md", "# A\n\n[b](b.md)\n"}, {"b.md", "# B\n"}, {"new.md", "# New\n"}};
  const KnownSources sources = all_known(Tree{{"a.md", "# A\n"}, {"b.md", "# B\n"}});
  const CountedFiles files(texts);
  LoadOptions options;
  options.known = &sources;
  const auto loaded = load_files(files, options);
  REQUIRE(loaded);
  CHECK(files.reads == 1);  // new.md
  CHECK(loaded->sources.known_hash(0) == sha256_hex("# A\n"));
  CHECK(loaded->sources.known_hash(2).empty());
  CHECK(loaded->sources[1].bytes() == "# B\n");
}

TEST_CASE("a source over the limit is a problem, known or not") {
  StringMap<KnownSource> by_path;
  by_path["a.md"] = {FileStamp{.size = 12}, sha256_hex("short")};
  const KnownSources sources(std::move(by_path));
  const CountedFiles files(Tree{{"a.md", "twelve bytes"}});
  LoadOptions options;
  options.config.limits.document_bytes = 10;
  options.known = &sources;
  const auto loaded = load_files(files, options);
  REQUIRE(loaded);
  CHECK(loaded->sources.empty());
  CHECK(loaded->problems.size() == 1);
}

}  // namespace runbookc::test
