// `build` writes a site whole, or leaves the old one alone.
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "e2e/process.h"
#include "e2e/sample_project.h"
#include "e2e/site_tree.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;

void write_many_pages(const TempFolder& folder, int count) {
  for (int i = 0; i < count; ++i) {
    folder.write("content/part" + std::to_string(i % 7) + "/page" + std::to_string(i) + ".md",
                 kGoodPage + "\nSee [good](../good.md#first).\n");
  }
}

}  // namespace

TEST_CASE("a build writes the pages, the data and a manifest that lists every file") {
  const TempFolder folder;
  write_sample_project(folder);
  const auto result = run_in(folder.path(), {"build"});
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  CHECK(contains(result.out, "wrote "));
  const auto site = site_tree(folder.path("site"));
  for (const char* name : {"index.html", "good.html", "index.json", "commands.json",
                           "diagnostics.json", "build.json", ".gitignore"}) {
    CAPTURE(name);
    CHECK(site.count(name) == 1);
  }
  const auto manifest = nlohmann::json::parse(site.at("build.json"));
  CHECK(manifest["files"].size() == site.size() - 1);
  for (const auto& entry : manifest["files"]) {
    const auto found = site.find(entry["path"].get<std::string>());
    REQUIRE(found != site.end());
    CHECK(found->second.size() == entry["size"].get<std::size_t>());
  }
  CHECK(litter_in(folder.path()).empty());
}

TEST_CASE("the same input makes the same bytes at any thread count and working directory") {
  const TempFolder folder;
  write_sample_project(folder);
  write_many_pages(folder, 80);
  const TempFolder first;
  const TempFolder second;
  const auto one = run_in(folder.path(), {"build", "-j1", "--out", first.path("out")});
  const auto eight = run_in(
      "/", {"-C", folder.path("content/part1"), "build", "-j8", "--out", second.path("out")});
  CAPTURE(one.err, eight.err);
  REQUIRE(one.exit_code == 0);
  REQUIRE(eight.exit_code == 0);
  const auto left = site_tree(first.path("out"));
  const auto right = site_tree(second.path("out"));
  REQUIRE(left.size() == right.size());
  for (const auto& [path, bytes] : left) {
    CAPTURE(path);
    CHECK((right.count(path) == 1 && right.at(path) == bytes));
  }
}

TEST_CASE("nothing in a site names the machine it was built on") {
  const TempFolder folder;
  write_sample_project(folder);
  REQUIRE(run_in(folder.path(), {"build"}).exit_code == 0);
  for (const auto& [path, bytes] : site_tree(folder.path("site"))) {
    CAPTURE(path);
    CHECK_FALSE(contains(bytes, folder.path()));
  }
}

TEST_CASE("a second build replaces the first and drops what is gone") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/old.md", kGoodPage);
  REQUIRE(run_in(folder.path(), {"build"}).exit_code == 0);
  CHECK(folder.has("site/old.html"));
  fs::remove(folder.path("content/old.md"));
  REQUIRE(run_in(folder.path(), {"build"}).exit_code == 0);
  CHECK_FALSE(folder.has("site/old.html"));
  CHECK(folder.has("site/good.html"));
  CHECK(litter_in(folder.path()).empty());
}

TEST_CASE("a page is called without the whole of an extension of several dots") {
  const TempFolder folder;
  folder.write("runbookc.yaml",
               "extensions: [.html.md.erb]\nrules: { preset: legacy, target-missing: error }\n");
  folder.write("content/index.html.md.erb", "# Home\n\nSee [the drill](db/dr-process.html).\n");
  folder.write("content/db/dr-process.html.md.erb", "# Drill\n\nSee [home](../index.html).\n");
  const auto result = run_in(folder.path(), {"build"});
  CAPTURE(result.out, result.err);
  REQUIRE(result.exit_code == 0);
  const auto site = site_tree(folder.path("site"));
  CHECK(site.count("index.html") == 1);
  REQUIRE(site.count("db/dr-process.html") == 1);
  CHECK(contains(site.at("index.html"), "href=\"db/dr-process.html\""));
}

TEST_CASE("a build with findings publishes, and with --strict keeps the old site") {
  const TempFolder folder;
  write_sample_project(folder);
  REQUIRE(run_in(folder.path(), {"build"}).exit_code == 0);
  const auto before = site_tree(folder.path("site"));
  folder.write("content/good.md", kGoodPage + "\n[x](gone.md)\n");
  const auto strict = run_in(folder.path(), {"build", "--strict"});
  CHECK(strict.exit_code == 1);
  CHECK(contains(strict.out, "RB301"));
  CHECK(contains(strict.err, "/site is as it was before\n"));
  CHECK(site_tree(folder.path("site")) == before);
  const auto first = run_in(folder.path(), {"build", "--strict", "--out", "first"});
  CHECK(contains(first.err, "not published, because of --strict; nothing was written\n"));
  CHECK_FALSE(folder.has("first"));
  CHECK(run_in(folder.path(), {"build"}).exit_code == 0);
  CHECK(site_tree(folder.path("site")) != before);
}

TEST_CASE("a full disk is exit code 2 and leaves the old site whole") {
  const TempFolder folder;
  write_sample_project(folder);
  REQUIRE(run_in(folder.path(), {"build"}).exit_code == 0);
  const auto before = site_tree(folder.path("site"));
  folder.write("content/big.md", kGoodPage + std::string(100'000, 'x') + "\n");
  ProcessOptions options;
  options.directory = folder.path();
  options.file_size_limit = 50'000;
  const auto result = run_tool({"build"}, options);
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "cannot write"));
  CHECK(contains(result.err, "the site is as it was before"));
  CHECK(site_tree(folder.path("site")) == before);
  CHECK(litter_in(folder.path()).empty());
}

TEST_CASE("an output folder that cannot be written is exit code 2") {
  const TempFolder folder;
  write_sample_project(folder);
  const auto result = run_in(folder.path(), {"build", "--out", "/proc/site"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "cannot create"));
  folder.write("file", "x");
  CHECK(run_in(folder.path(), {"build", "--out", "file"}).exit_code == 2);
  CHECK(folder.read("file") == "x");
  CHECK(run_in(folder.path(), {"build", "--out", "file/site"}).exit_code == 2);
}

TEST_CASE("a folder of somebody else's is left alone") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("theirs/letter.txt", "dear");
  const auto result = run_in(folder.path(), {"build", "--out", "theirs"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "was not written by runbookc"));
  folder.write("theirs/build.json", R"({"tool": {"name": "webpack"}})");
  CHECK(run_in(folder.path(), {"build", "--out", "theirs"}).exit_code == 2);
  CHECK(folder.read("theirs/letter.txt") == "dear");
  fs::create_directories(folder.path("empty"));
  CHECK(run_in(folder.path(), {"build", "--out", "empty"}).exit_code == 0);
  folder.write("ignored/.gitignore", "*\n");
  CHECK(run_in(folder.path(), {"build", "--out", "ignored"}).exit_code == 0);
}

TEST_CASE("an output folder that holds the documents is refused") {
  const TempFolder folder;
  write_sample_project(folder);
  for (const char* out : {".", "content", "..", "/"}) {
    const auto result = run_in(folder.path(), {"build", "--out", out});
    CAPTURE(out);
    CHECK(result.exit_code == 2);
    CHECK(contains(result.err, "holds the documents"));
  }
  CHECK(folder.has("content/good.md"));
}

TEST_CASE("a project file cannot send the output out of the project") {
  const TempFolder outside;
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("runbookc.yaml", "output: ../elsewhere\n");
  CHECK(run_in(folder.path(), {"build"}).exit_code == 2);
  folder.write("runbookc.yaml", "output: " + outside.path("site") + "\n");
  run_in(folder.path(), {"build"});  // a leading slash starts at the project's root
  folder.write("runbookc.yaml", "output: link/site\n");
  fs::create_directory_symlink(outside.path(), folder.path("link"));
  CHECK(run_in(folder.path(), {"build"}).exit_code == 2);
  fs::create_directory_symlink(outside.path(), folder.path("site"));
  folder.write("runbookc.yaml", "");
  const auto result = run_in(folder.path(), {"build"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "`output` is 'site', a link that leaves the project"));
  CHECK(fs::is_empty(outside.path()));
}

TEST_CASE("an empty name is no output folder") {
  const TempFolder folder;
  write_sample_project(folder);
  const auto result = run_in(folder.path(), {"build", "--out", ""});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "--out names no folder"));
}

TEST_CASE("what was put into a site is neither lost nor looked for at the end") {
  const TempFolder folder;
  write_sample_project(folder);
  REQUIRE(run_in(folder.path(), {"build"}).exit_code == 0);
  folder.write("site/.git/HEAD", "ref: refs/heads/pages\n");
  folder.write("content/bad.md", "[gone](gone.md)\n");
  const auto result = run_in(folder.path(), {"build", "--strict"});
  CHECK(result.exit_code == 2);
  CHECK(result.out.empty());
  CHECK(contains(result.err, "/site holds .git/, not written by runbookc"));
  CHECK(folder.read("site/.git/HEAD") == "ref: refs/heads/pages\n");
}

TEST_CASE("an output folder that is a link is written where it leads") {
  const TempFolder folder;
  write_sample_project(folder);
  fs::create_directories(folder.path("real"));
  fs::create_directory_symlink(folder.path("real"), folder.path("www"));
  CHECK(run_in(folder.path(), {"build", "--out", "www"}).exit_code == 0);
  CHECK(fs::is_symlink(folder.path("www")));
  CHECK(folder.has("real/build.json"));
}

TEST_CASE("what a dead run left behind is removed by the next") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write(".site.runbookc-0123456789abcdef/half/page.html", "x");
  CHECK(run_in(folder.path(), {"build"}).exit_code == 0);
  CHECK(litter_in(folder.path()).empty());
}

TEST_CASE("the site keeps the permissions of the old one") {
  const TempFolder folder;
  write_sample_project(folder);
  REQUIRE(run_in(folder.path(), {"build"}).exit_code == 0);
  fs::permissions(folder.path("site"), fs::perms(0751));
  REQUIRE(run_in(folder.path(), {"build"}).exit_code == 0);
  CHECK(fs::status(folder.path("site")).permissions() == fs::perms(0751));
}

TEST_CASE("the site keeps the owner and the group of the old one") {
  if (::geteuid() != 0) {
    WARN("skipped: only root gives folders away");
    return;
  }
  const TempFolder folder;
  write_sample_project(folder);
  REQUIRE(run_in(folder.path(), {"build"}).exit_code == 0);
  REQUIRE(::chown(folder.path("site").c_str(), 1234, 4321) == 0);
  fs::permissions(folder.path("site"), fs::perms(0750));
  REQUIRE(run_in(folder.path(), {"build"}).exit_code == 0);
  struct stat state{};
  REQUIRE(::stat(folder.path("site").c_str(), &state) == 0);
  CHECK(state.st_uid == 1234);
  CHECK(state.st_gid == 4321);
  CHECK((state.st_mode & 0777U) == 0750U);
}

TEST_CASE("the output folder is no content, wherever it lies") {
  const TempFolder folder;
  folder.write("a.md", kGoodPage);
  folder.write("owners.yaml", kOwners);
  REQUIRE(run_in(folder.path(), {"build", "--out", "public"}).exit_code == 0);
  REQUIRE(run_in(folder.path(), {"build", "--out", "public"}).exit_code == 0);
  CHECK(folder.has("public/a.html"));
  CHECK_FALSE(folder.has("public/public/a.html"));
  CHECK(contains(run_in(folder.path(), {"check"}).out, "in 1 file"));
}

TEST_CASE("a linked file that is too large is left out with a warning") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/good.md", kGoodPage + "\n[dump](dump.bin)\n");
  folder.write("content/dump.bin", "");
  REQUIRE(truncate(folder.path("content/dump.bin").c_str(), 200'000'000) == 0);
  const auto result = run_in(folder.path(), {"build"});
  CHECK(result.exit_code == 0);
  CHECK(contains(result.err, "content/dump.bin is not in the site"));
  CHECK_FALSE(folder.has("site/dump.bin"));
}

}  // namespace runbookc
