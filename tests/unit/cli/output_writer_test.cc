#include "cli/output_writer.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <functional>
#include <map>
#include <set>

#include "e2e/temp_folder.h"

namespace runbookc {
namespace {

using FileMap = std::map<std::string, std::string, std::less<>>;

PlannedArtifact text_artifact(std::string path, std::string bytes) {
  return {.path = std::move(path), .render = [bytes] { return bytes; }, .copy_from = ""};
}

std::vector<PlannedArtifact> many_artifacts(int count) {
  std::vector<PlannedArtifact> out;
  for (int i = 0; i < count; ++i) {
    out.push_back(text_artifact("d" + std::to_string(i % 5) + "/f" + std::to_string(i) + ".html",
                                std::string(static_cast<std::size_t>(i) * 7, 'x')));
  }
  return out;
}

Result<WriteSummary> write_to(const std::string& folder,
                              const std::vector<PlannedArtifact>& artifacts, const Files& project,
                              unsigned threads) {
  OutputDisk disk;
  const auto claim = OutputClaim::take(folder, disk, [] {});
  if (!claim) return claim.error();
  return write_site(*claim, artifacts, project, threads);
}

std::size_t entries(const std::string& folder) {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder)) ++count;
  return count;
}

struct stat state_of(const std::filesystem::path& path) {
  struct stat out{};
  lstat(path.c_str(), &out);
  return out;
}

// The files below a folder: each one's inode and time of change of its bytes.
std::map<std::string, std::vector<std::int64_t>> files_of(const std::string& root) {
  std::map<std::string, std::vector<std::int64_t>> out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    const struct stat state = state_of(entry.path());
    out[std::filesystem::relative(entry.path(), root).string()] = {
        static_cast<std::int64_t>(state.st_ino), state.st_mtim.tv_sec, state.st_mtim.tv_nsec};
  }
  return out;
}

}  // namespace

TEST_CASE("a site is written with its manifest and counted") {
  const TempFolder folder;
  const MemoryFiles project(FileMap{{"content/a.png", "PNG"}});
  std::vector<PlannedArtifact> artifacts = {text_artifact("index.html", "<p>"),
                                            text_artifact("db/x.html", "abc")};
  artifacts.push_back({.path = "a.png", .render = nullptr, .copy_from = "content/a.png"});
  const auto summary = write_to(folder.path("site"), artifacts, project, 2);
  REQUIRE(summary.ok());
  CHECK(summary->files == 4);
  CHECK(folder.read("site/index.html") == "<p>");
  CHECK(folder.read("site/db/x.html") == "abc");
  CHECK(folder.read("site/a.png") == "PNG");
  CHECK(summary->bytes == 9 + folder.read("site/build.json").size());
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("the manifest does not depend on the number of threads") {
  const TempFolder folder;
  const MemoryFiles project(FileMap{});
  REQUIRE(write_to(folder.path("one"), many_artifacts(200), project, 1).ok());
  REQUIRE(write_to(folder.path("eight"), many_artifacts(200), project, 8).ok());
  CHECK(folder.read("one/build.json") == folder.read("eight/build.json"));
}

TEST_CASE("a file that cannot be copied any more is left out, with the reason") {
  const TempFolder folder;
  const MemoryFiles project(FileMap{});
  std::vector<PlannedArtifact> artifacts = {text_artifact("index.html", "<p>")};
  artifacts.push_back({.path = "a.png", .render = nullptr, .copy_from = "content/a.png"});
  const auto summary = write_to(folder.path("site"), artifacts, project, 1);
  REQUIRE(summary.ok());
  CHECK(summary->left_out ==
        std::vector<std::string>{"content/a.png is not in the site: it is gone"});
  CHECK(folder.read("site/build.json").find("a.png") == std::string::npos);
}

TEST_CASE("an error leaves the old site and nothing beside it") {
  const TempFolder folder;
  const MemoryFiles project(FileMap{});
  REQUIRE(write_to(folder.path("site"), {text_artifact("old.html", "old")}, project, 1).ok());
  auto artifacts = many_artifacts(50);
  artifacts.push_back(text_artifact(std::string(300, 'n'), "x"));  // over NAME_MAX
  const auto summary = write_to(folder.path("site"), artifacts, project, 2);
  REQUIRE_FALSE(summary.ok());
  CHECK(summary.error().message.find(".runbookc-") == std::string::npos);
  CHECK(folder.read("site/old.html") == "old");
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("a linked file cannot take the manifest's place") {
  const TempFolder folder;
  const MemoryFiles project(FileMap{{"content/build.json", "{}"}});
  std::vector<PlannedArtifact> artifacts;
  artifacts.push_back({.path = "build.json", .render = nullptr, .copy_from = "content/build.json"});
  const auto summary = write_to(folder.path("site"), artifacts, project, 1);
  REQUIRE(summary.ok());
  CHECK(summary->left_out.size() == 1);
  CHECK(folder.read("site/build.json").find("runbookc") != std::string::npos);
}

TEST_CASE("missing folders above the site are made") {
  const TempFolder folder;
  const MemoryFiles project(FileMap{});
  CHECK(write_to(folder.path("a/b/site/"), {text_artifact("x.html", "x")}, project, 1).ok());
  CHECK(folder.read("a/b/site/x.html") == "x");
}

TEST_CASE("a file whose bytes do not change stays the file that it was") {
  const TempFolder folder;
  const MemoryFiles project(FileMap{{"content/a.png", "PNG"}});
  const auto site_with = [](const std::string& text) {
    std::vector<PlannedArtifact> out = {
        text_artifact("a/same.html", std::string(200'000, 's')), text_artifact("a/empty.html", ""),
        text_artifact("a/changed.html", text), text_artifact("a/grown.html", text + text)};
    out.push_back(streamed_artifact("same.json", [](const ByteSink& sink) {
      for (int i = 0; i < 30; ++i) sink(std::string(static_cast<std::size_t>(i) * 1000, 'j'));
    }));
    for (const char* end : {"", "more"}) {
      out.push_back(
          streamed_artifact(std::string("part") + end + ".json", [text, end](const ByteSink& sink) {
            sink(std::string(150'000, 'p'));
            sink(text == "old" ? text : text + end);
          }));
    }
    out.push_back({.path = "a.png", .render = nullptr, .copy_from = "content/a.png"});
    return out;
  };
  REQUIRE(write_to(folder.path("site"), site_with("old"), project, 1));
  const auto before = files_of(folder.path("site"));
  REQUIRE(write_to(folder.path("site"), site_with("old"), project, 2));
  CHECK(files_of(folder.path("site")) == before);  // all, build.json too

  REQUIRE(write_to(folder.path("site"), site_with("new"), project, 2));
  std::set<std::string> kept;
  for (const auto& [path, file] : files_of(folder.path("site"))) {
    if (before.at(path) == file) kept.insert(path);
  }
  CHECK(kept == std::set<std::string>{"a.png", "a/empty.html", "a/same.html", "same.json"});
  REQUIRE(write_to(folder.path("fresh"), site_with("new"), project, 1));
  for (const auto& [path, file] : files_of(folder.path("fresh"))) {
    CAPTURE(path);
    CHECK(folder.read("site/" + path) == folder.read("fresh/" + path));
  }
}

TEST_CASE("an old file that is not like a new one is written anew") {
  const TempFolder folder;
  const MemoryFiles project(FileMap{});
  const auto build = [&] {
    REQUIRE(write_to(folder.path("site"), {text_artifact("a/page.html", "page")}, project, 1));
  };
  const std::filesystem::path page = folder.path("site/a/page.html");
  build();
  const struct stat clean = state_of(page);
  folder.write("elsewhere/page.html", "page");
  const std::vector<std::function<void()>> changes = {
      [&] { std::filesystem::permissions(page, std::filesystem::perms::owner_all); },
      [&] { std::filesystem::create_hard_link(page, folder.path("other-name")); },
      [&] { folder.write("site/a/page.html", "edit"); },  // as long as it was
      [&] {
        std::filesystem::remove(page);
        std::filesystem::create_symlink(folder.path("elsewhere/page.html"), page);
      },
      [&] {
        std::filesystem::remove_all(page.parent_path());
        std::filesystem::create_directory_symlink(folder.path("elsewhere"), page.parent_path());
      },
      [&] {
        std::filesystem::remove(page);
        REQUIRE(mkfifo(page.c_str(), 0644) == 0);
      },
      [&] {
        std::filesystem::remove(page);
        std::filesystem::create_directory(page);
      }};
  for (std::size_t i = 0; i < changes.size(); ++i) {
    CAPTURE(i);
    changes[i]();
    const ino_t odd = state_of(page).st_ino;
    build();
    const struct stat built = state_of(page);
    CHECK(built.st_ino != odd);
    CHECK(built.st_mode == clean.st_mode);
    CHECK(built.st_nlink == 1);
    CHECK(folder.read("site/a/page.html") == "page");
  }
  CHECK(folder.read("elsewhere/page.html") == "page");
  CHECK(state_of(folder.path("elsewhere/page.html")).st_nlink == 1);
}

TEST_CASE("whoever has an old file open reads on what it held") {
  const TempFolder folder;
  const MemoryFiles project(FileMap{});
  REQUIRE(write_to(folder.path("site"), {text_artifact("x.html", "first")}, project, 1));
  std::ifstream old(folder.path("site/x.html"), std::ios::binary);
  REQUIRE(write_to(folder.path("site"), {text_artifact("x.html", "first")}, project, 1));
  REQUIRE(write_to(folder.path("site"), {text_artifact("x.html", "other")}, project, 1));
  std::string text;
  CHECK(std::getline(old, text));
  CHECK(text == "first");
}

}  // namespace runbookc
