#include "cli/output_claim.h"

#include <atomic>
#include <catch2/catch.hpp>
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
  folder.write(".site.runbookc-old/index.html", "x");
  folder.write(".site.runbookc-lock", "");
  folder.write(".site2.runbookc-0123456789abcdef/page.html", "x");
  folder.write("site/index.html", "x");
  REQUIRE(OutputClaim::take(folder.path("site"), disk, [] {}));
  CHECK(names_beside(folder) == 1);
  CHECK(folder.has(".site2.runbookc-0123456789abcdef"));
  CHECK(folder.has("site/index.html"));
}

TEST_CASE("a claim puts a site back that was taken aside") {
  const TempFolder folder;
  OutputDisk disk;
  folder.write(".site.runbookc-old/index.html", "old");
  REQUIRE(OutputClaim::take(folder.path("site"), disk, [] {}));
  CHECK(folder.read("site/index.html") == "old");
  CHECK(names_beside(folder) == 0);
}

TEST_CASE("a lock that cannot be had is named") {
  const TempFolder folder;
  OutputDisk disk;
  std::filesystem::create_symlink("elsewhere", folder.path(".site.runbookc-lock"));
  const auto claim = OutputClaim::take(folder.path("site"), disk, [] {});
  REQUIRE_FALSE(claim);
  CHECK(claim.error().message.find(folder.path(".site.runbookc-lock")) != std::string::npos);
  CHECK_FALSE(folder.has("elsewhere"));
}

}  // namespace runbookc
