#include "cli/cache_folder.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <set>

#include "e2e/temp_folder.h"

using namespace runbookc;

namespace {

namespace fs = std::filesystem;

constexpr const char* kProject = "/nowhere/project";

bool write(const CacheFolder& folder, const std::string& name, std::string_view bytes) {
  return folder.replace_file(name, [&](const PackSink& sink) { return sink(bytes); });
}

std::optional<std::string> read(const CacheFolder& folder, const std::string& name) {
  const auto file = folder.open_file(name);
  return file ? file->read({0, file->size()}) : std::nullopt;
}

void age(const std::string& path, int days) {
  fs::last_write_time(path, fs::file_time_type::clock::now() - std::chrono::hours(24 * days));
}

}  // namespace

TEST_CASE("the cache lies where the environment says, else in the home folder") {
  CHECK(choose_cache_folder("/own", "/xdg", "/home/me") == "/own");
  CHECK(choose_cache_folder(std::nullopt, "/xdg", "/home/me") == "/xdg/runbookc");
  CHECK(choose_cache_folder(std::nullopt, std::nullopt, "/home/me") == "/home/me/.cache/runbookc");
  CHECK(choose_cache_folder(std::nullopt, "relative", "/home/me") == "/home/me/.cache/runbookc");
  CHECK(choose_cache_folder(std::nullopt, "", "/home/me") == "/home/me/.cache/runbookc");
}

TEST_CASE("there is no cache where the environment says none, or nothing") {
  CHECK(choose_cache_folder("", "/xdg", "/home/me").empty());
  CHECK(choose_cache_folder(std::nullopt, std::nullopt, std::nullopt).empty());
  CHECK(choose_cache_folder(std::nullopt, std::nullopt, "").empty());
  CHECK(choose_cache_folder(std::nullopt, std::nullopt, "relative").empty());
}

TEST_CASE("a file is replaced whole or not at all") {
  const TempFolder temp;
  const CacheFolder folder(temp.path("a/b"), kProject, true);
  REQUIRE(folder.is_open());
  REQUIRE(write(folder, "x.pack", "old"));
  const auto before = folder.open_file("x.pack");
  CHECK_FALSE(folder.replace_file("x.pack", [](const PackSink& sink) {
    sink("half");
    return false;
  }));
  CHECK(read(folder, "x.pack") == "old");
  REQUIRE(write(folder, "x.pack", "new"));
  CHECK(read(folder, "x.pack") == "new");
  CHECK(before->read({0, 3}) == "old");
  CHECK(std::distance(fs::directory_iterator(temp.path("a/b")), {}) == 1);
}

TEST_CASE("a folder that is not there is made only to write in it") {
  const TempFolder temp;
  CHECK_FALSE(CacheFolder(temp.path("a/b"), kProject, false).is_open());
  CHECK_FALSE(temp.has("a"));
  CHECK_FALSE(CacheFolder("", kProject, true).is_open());
}

TEST_CASE("a folder in the project, or behind a link into it, is no cache") {
  const TempFolder temp;
  fs::create_directories(temp.path("project/cache"));
  fs::create_symlink(temp.path("project/cache"), temp.path("link"));
  CHECK_FALSE(CacheFolder(temp.path("project/cache"), temp.path("project"), true).is_open());
  CHECK_FALSE(CacheFolder(temp.path("link"), temp.path("project"), true).is_open());
  CHECK_FALSE(CacheFolder(temp.path("project"), temp.path("project"), true).is_open());
  CHECK(CacheFolder(temp.path("project/cache"), temp.path("other"), true).is_open());
  fs::create_symlink(temp.path("project"), temp.path("same"));
  CHECK_FALSE(CacheFolder(temp.path("project/cache"), temp.path("same"), true).is_open());
}

TEST_CASE("what others can write or read is not read, nor what is no file") {
  const TempFolder temp;
  const CacheFolder folder(temp.path("cache"), kProject, true);
  for (const unsigned mode : {0644U, 0622U, 0640U}) {
    REQUIRE(write(folder, "x.pack", "bytes"));
    fs::permissions(temp.path("cache/x.pack"), fs::perms(mode));
    CHECK(folder.open_file("x.pack") == nullptr);
  }
  REQUIRE(write(folder, "x.pack", "bytes"));
  CHECK(folder.open_file("x.pack") != nullptr);
  fs::create_symlink("x.pack", temp.path("cache/link.pack"));
  CHECK(folder.open_file("link.pack") == nullptr);
  fs::create_directory(temp.path("cache/folder.pack"));
  CHECK(folder.open_file("folder.pack") == nullptr);
  REQUIRE(mkfifo(temp.path("cache/pipe.pack").c_str(), 0600) == 0);
  CHECK(folder.open_file("pipe.pack") == nullptr);
  fs::permissions(temp.path("cache"), fs::perms(0770));
  CHECK_FALSE(CacheFolder(temp.path("cache"), kProject, true).is_open());
}

TEST_CASE("what nobody has used for long is removed, and nothing that is not ours") {
  const TempFolder temp;
  const CacheFolder folder(temp.path("cache"), kProject, true);
  const std::string a(32, 'a');
  const std::string b(32, 'b');
  const std::string used = std::string(32, '0') + ".pack";
  const std::set<std::string> unused = {a + ".pack", a + ".recent.pack", a + ".findings.pack"};
  const std::set<std::string> foreign = {
      "note", "x.1.tmp", "pack-" + a + ".pack", std::string(32, 'g') + ".pack", a + "0.pack", a};
  for (const std::string& name : unused) REQUIRE(write(folder, name, "bytes"));
  for (const std::string& name : foreign) REQUIRE(write(folder, name, "bytes"));
  for (const std::string& name : {used, a + ".pack.1.tmp", b + ".pack", b + ".pack.2.tmp"}) {
    REQUIRE(write(folder, name, "bytes"));
  }
  for (const std::string& name : unused) age(temp.path("cache/" + name), 100);
  for (const std::string& name : foreign) age(temp.path("cache/" + name), 100);
  age(temp.path("cache/" + used), 100);
  age(temp.path("cache/" + a + ".pack.1.tmp"), 3);
  folder.touch_file(used);
  folder.remove_unused();
  std::set<std::string> left = foreign;
  left.insert({used, b + ".pack", b + ".pack.2.tmp"});
  std::set<std::string> found;
  for (const auto& entry : fs::directory_iterator(temp.path("cache"))) {
    found.insert(entry.path().filename().string());
  }
  CHECK(found == left);
}

TEST_CASE("a file that somebody cut short is not read beyond its end") {
  const TempFolder temp;
  const CacheFolder folder(temp.path("cache"), kProject, true);
  REQUIRE(write(folder, "x.pack", "bytes"));
  const auto file = folder.open_file("x.pack");
  fs::resize_file(temp.path("cache/x.pack"), 2);
  CHECK_FALSE(file->read({0, 5}));
  CHECK(file->read({0, 2}) == "by");
}
