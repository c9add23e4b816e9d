#include "cli/output_claim.h"

#include <sys/stat.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <cerrno>
#include <chrono>
#include <optional>
#include <thread>

#include "e2e/temp_folder.h"

namespace runbookc {
namespace {

std::size_t names_beside(const TempFolder& folder) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    if (entry.path().filename() != "site") ++count;
  }
  return count;
}

// A folder with the manifest of a site of one page, and that page.
void write_site_in(const TempFolder& folder, const std::string& name, const std::string& page) {
  folder.write(name + "/index.html", page);
  folder.write(name + "/build.json",
               R"({"tool": {"name": "runbookc"}, "files": [{"path": "index.html"}]})");
}

std::string refusal_of(const TempFolder& folder) {
  OutputDisk disk;
  const auto claim = OutputClaim::take(folder.path("site"), disk, [] {});
  return claim ? "" : claim.error().message;
}

}  // namespace

TEST_CASE("a claim is one run's, and the next one's when that is done") {
  const TempFolder folder;
  OutputDisk disk;
  std::atomic<int> notes = 0;
  std::atomic<bool> is_taken = false;
  auto first = std::optional(OutputClaim::take(folder.path("site"), disk, [] {}));
  REQUIRE(first->ok());
  std::thread second([&] {
    const auto claim = OutputClaim::take(folder.path("./site/"), disk, [&] { ++notes; });
    is_taken = claim.ok();
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(700));
  CHECK(notes == 0);
  std::this_thread::sleep_for(std::chrono::milliseconds(700));
  CHECK(notes == 1);
  CHECK_FALSE(is_taken);
  first.reset();
  second.join();
  CHECK(is_taken);
  CHECK(notes == 1);
  CHECK(names_beside(folder) == 0);
}

TEST_CASE("many claims of one folder never meet") {
  const TempFolder folder(quick_parent());
  OutputDisk disk;
  std::atomic<int> inside = 0;
  std::atomic<int> meetings = 0;
  std::atomic<int> taken = 0;
  std::vector<std::thread> runs;
  for (int i = 0; i < 8; ++i) {
    runs.emplace_back([&] {
      for (int turn = 0; turn < 5; ++turn) {
        const auto claim = OutputClaim::take(folder.path("site"), disk, [] {});
        if (!claim) continue;
        ++taken;
        if (++inside > 1) ++meetings;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        --inside;
      }
    });
  }
  for (std::thread& run : runs) run.join();
  CHECK(taken == 40);
  CHECK(meetings == 0);
  CHECK(names_beside(folder) == 0);
}

TEST_CASE("claims of two folders beside each other do not wait") {
  const TempFolder folder;
  OutputDisk disk;
  const auto site = OutputClaim::take(folder.path("site"), disk, [] {});
  const auto other = OutputClaim::take(folder.path("other"), disk, [] { FAIL(); });
  CHECK((site.ok() && other.ok()));
}

TEST_CASE("a claim removes what dead runs left, and nothing else") {
  const TempFolder folder;
  OutputDisk disk;
  folder.write(".site.runbookc-0123456789abcdef/half/page.html", "x");
  write_site_in(folder, ".site.runbookc-old", "x");
  folder.write(".site.runbookc-lock", "");
  folder.write(".site2.runbookc-0123456789abcdef/page.html", "x");
  write_site_in(folder, "site", "x");
  REQUIRE(OutputClaim::take(folder.path("site"), disk, [] {}));
  CHECK(names_beside(folder) == 1);
  CHECK(folder.has(".site2.runbookc-0123456789abcdef"));
  CHECK(folder.has("site/index.html"));
}

TEST_CASE("a claim puts a site back that was taken aside") {
  const TempFolder folder;
  OutputDisk disk;
  write_site_in(folder, ".site.runbookc-old", "old");
  REQUIRE(OutputClaim::take(folder.path("site"), disk, [] {}));
  CHECK(folder.read("site/index.html") == "old");
  CHECK(names_beside(folder) == 0);
}

TEST_CASE("a folder with the old site's name that no run made stays where it is") {
  const TempFolder folder;
  OutputDisk disk;
  folder.write(".site.runbookc-old/mine", "x");
  REQUIRE(OutputClaim::take(folder.path("site"), disk, [] {}));
  CHECK_FALSE(folder.has("site"));
  write_site_in(folder, "site", "x");
  REQUIRE(OutputClaim::take(folder.path("site"), disk, [] {}));
  CHECK(folder.read(".site.runbookc-old/mine") == "x");
}

TEST_CASE("a read-only leftover of ours is removed, too") {
  const TempFolder folder;
  OutputDisk disk;
  folder.write(".site.runbookc-0123456789abcdef/a/page.html", "x");
  for (const std::string name : {"/a", ""}) {
    std::filesystem::permissions(folder.path(".site.runbookc-0123456789abcdef" + name),
                                 std::filesystem::perms(0500));
  }
  const auto claim = OutputClaim::take(folder.path("site"), disk, [] {});
  REQUIRE(claim);
  CHECK(claim->leftovers().empty());
  CHECK_FALSE(folder.has(".site.runbookc-0123456789abcdef"));
}

TEST_CASE("a leftover that cannot be removed is named") {
  class KeepingDisk final : public OutputDisk {
    int try_remove_tree(const std::string& /*folder*/) override { return EACCES; }
  };
  const TempFolder folder;
  KeepingDisk disk;
  folder.write(".site.runbookc-0123456789abcdef/page.html", "x");
  const auto claim = OutputClaim::take(folder.path("site"), disk, [] {});
  REQUIRE(claim);
  CHECK(claim->leftovers() ==
        std::vector<std::string>{folder.path(".site.runbookc-0123456789abcdef")});
}

TEST_CASE("a site that holds what no build wrote is left alone") {
  const TempFolder folder;
  write_site_in(folder, "site", "x");
  CHECK(refusal_of(folder).empty());
  folder.write("site/CNAME", "x");
  CHECK(refusal_of(folder).ends_with("/site holds CNAME, not written by runbookc"));
  folder.write("site/.git/HEAD", "x");
  CHECK(refusal_of(folder).ends_with("/site holds .git/ and CNAME, not written by runbookc"));
  folder.write("site/a", "x");
  folder.write("site/b", "x");
  folder.write("site/c", "x");
  CHECK(
      refusal_of(folder).ends_with("/site holds .git/, CNAME, a and 2 more, "
                                   "not written by runbookc"));
  CHECK(folder.read("site/.git/HEAD") == "x");
}

TEST_CASE("a site that only lost files, or was looked at, may be replaced") {
  const TempFolder folder;
  write_site_in(folder, "site", "x");
  folder.write("site/.DS_Store", "x");
  std::filesystem::remove(folder.path("site/index.html"));
  CHECK(refusal_of(folder).empty());
  std::filesystem::create_directory(folder.path("site/index.html"));
  CHECK(refusal_of(folder).empty());
}

TEST_CASE("a lock that cannot be had is named") {
  const TempFolder folder;
  const std::string lock = folder.path(".site.runbookc-lock");
  std::filesystem::create_symlink("elsewhere", lock);
  CHECK(refusal_of(folder).find(lock) != std::string::npos);
  CHECK_FALSE(folder.has("elsewhere"));
  std::filesystem::remove(lock);
  REQUIRE(mkfifo(lock.c_str(), 0600) == 0);
  CHECK(refusal_of(folder).find(lock) != std::string::npos);
}

TEST_CASE("a link to nowhere is no folder to write to") {
  const TempFolder folder;
  std::filesystem::create_symlink("nowhere", folder.path("site"));
  CHECK(refusal_of(folder) == folder.path("site") + " is a link to a folder that is not there");
}

TEST_CASE("a name that no folder can have is told as it is") {
  const TempFolder folder;
  OutputDisk disk;
  const std::string name(300, 'n');
  const auto claim = OutputClaim::take(folder.path(name), disk, [] {});
  REQUIRE_FALSE(claim);
  CHECK(claim.error().message == "cannot use " + folder.path(name) + ": File name too long");
}

}  // namespace runbookc
