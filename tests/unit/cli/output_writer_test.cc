#include "cli/output_writer.h"

#include <catch2/catch.hpp>

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

}  // namespace runbookc
