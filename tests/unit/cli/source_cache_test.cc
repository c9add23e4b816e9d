#include "cli/source_cache.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <thread>

#include "base/digest.h"
#include "e2e/temp_folder.h"

using namespace runbookc;

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kNow = 1'000'000;
constexpr FileStamp kOld = {
    .device = 1, .inode = 2, .size = 4, .modified = {.seconds = 5}, .changed = {.seconds = 6}};

class Cached {
 public:
  SourceCache open(std::int64_t now = kNow, const std::string& identity = "ours") const {
    return {CachePlace{.folder = folder_.path("cache"),
                       .project = "/made/project",
                       .name = std::string(32, 'a'),
                       .identity = identity},
            now};
  }
  // What the next run knows of a source that was read with this stamp at this time.
  const KnownSource* known_after(const std::optional<FileStamp>& stamp, std::int64_t now = kNow) {
    open(now).save(corpus_of(stamp));
    next_.emplace(open());
    return next_->known()->find("a.md");
  }
  static Corpus corpus_of(const std::optional<FileStamp>& stamp, bool hides_secrets = false) {
    Corpus corpus;
    corpus.sources.add(SourceFile("a.md", "# A\n"), stamp);
    Document document;
    document.path = "a.md";
    document.source_hash = sha256_hex("# A\n");
    document.hides_secrets = hides_secrets;
    corpus.documents.push_back(std::move(document));
    return corpus;
  }
  std::string file() const {
    return folder_.path("cache/" + std::string(32, 'a') + ".sources.pack");
  }

 private:
  TempFolder folder_;
  std::optional<SourceCache> next_;
};

FileStamp changed_at(std::int64_t seconds) {
  FileStamp stamp = kOld;
  stamp.changed.seconds = seconds;
  return stamp;
}

FileStamp modified_at(std::int64_t seconds) {
  FileStamp stamp = kOld;
  stamp.modified.seconds = seconds;
  return stamp;
}

}  // namespace

TEST_CASE("what a source was is known to the next run") {
  Cached cached;
  CHECK(cached.open().known()->size() == 0);
  const KnownSource* known = cached.known_after(kOld);
  REQUIRE(known != nullptr);
  CHECK(known->stamp == kOld);
  CHECK(known->hash == sha256_hex("# A\n"));
}

TEST_CASE("a source that changed just before it was read is not believed") {
  const auto is_kept = [](const FileStamp& stamp) {
    return Cached().known_after(stamp) != nullptr;
  };
  CHECK(is_kept(changed_at(kNow - 3)));
  for (const std::int64_t seconds : {kNow - 2, kNow - 1, kNow, kNow + 1, kNow + 1000}) {
    CAPTURE(seconds - kNow);
    CHECK_FALSE(is_kept(changed_at(seconds)));
    CHECK_FALSE(is_kept(modified_at(seconds)));
  }
}

TEST_CASE("what is not to be believed, or not to be kept, is not written") {
  Cached cached;
  CHECK(cached.known_after(std::nullopt) == nullptr);
  cached.open().save(Cached::corpus_of(kOld, true));
  CHECK_FALSE(fs::exists(cached.file()));
}

TEST_CASE("a file of known sources that is damaged, or another project's, is not believed") {
  Cached cached;
  REQUIRE(cached.known_after(kOld) != nullptr);
  CHECK(cached.open(kNow, "theirs").known()->size() == 0);
  std::fstream file(cached.file(), std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(30).put('!');
  file.close();
  CHECK(cached.open().known()->size() == 0);
  fs::resize_file(cached.file(), 7);
  CHECK(cached.open().known()->size() == 0);
}

TEST_CASE("without a cache nothing is known") {
  const SourceCache none(CachePlace{}, kNow);
  CHECK(none.known() == nullptr);
  none.save(Cached::corpus_of(kOld));
}

// On a disk, with a clock that has gone on.
TEST_CASE("who changes a file cannot hide it") {
  const TempFolder folder;
  folder.write("a.md", "# One\n");
  const auto files = disk_files(folder.path());
  const auto before = files->read("a.md", 100).stamp;
  if (!before) {
    WARN("not tested: the file system of the temporary folder is not believed");
    return;
  }
  CHECK(files->stamp("a.md") == before);
  const auto put_back = [&](const std::string& name) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    folder.write(name, "# Two\n");
    const timespec time = {.tv_sec = before->modified.seconds,
                           .tv_nsec = before->modified.nanoseconds};
    const timespec times[] = {time, time};  // NOLINT(*-avoid-c-arrays)
    REQUIRE(utimensat(AT_FDCWD, folder.path(name).c_str(), times, 0) == 0);
  };
  SECTION("by writing as much into it") { put_back("a.md"); }
  SECTION("by putting another in its place") {
    put_back("b.md");
    fs::rename(folder.path("b.md"), folder.path("a.md"));
  }
  const auto after = files->stamp("a.md");
  REQUIRE(after);
  CHECK(after->size == before->size);
  CHECK(after->modified == before->modified);
  CHECK(after != before);
}
