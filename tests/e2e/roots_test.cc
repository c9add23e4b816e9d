// Which folder is the project (PRODUCT section 1).
#include <catch2/catch.hpp>

#include "e2e/process.h"
#include "e2e/sample_project.h"

namespace runbookc {
namespace {

// The number of files that a check reports on.
std::string files_checked(const std::string& directory, std::vector<std::string> more = {}) {
  std::vector<std::string> arguments = {"check"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const auto result = run_in(directory, arguments);
  CAPTURE(result.out, result.err);
  REQUIRE(result.exit_code < 2);
  const auto at = result.out.rfind(" in ");
  REQUIRE(at != std::string::npos);
  return result.out.substr(at + 4, result.out.find(' ', at + 4) - at - 4);
}

}  // namespace

TEST_CASE("the project file is searched upward") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/a/b/deep.md", kGoodPage);
  CHECK(files_checked(folder.path("content/a/b")) == "2");
}

TEST_CASE("the search stops at the git top level") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("inner/.git/HEAD", "");
  folder.write("inner/one.md", "# One\n\nText.\n");
  CHECK(files_checked(folder.path("inner")) == "1");
  folder.write("worktree/.git", "gitdir: elsewhere\n");
  folder.write("worktree/one.md", "# One\n\nText.\n");
  CHECK(files_checked(folder.path("worktree")) == "1");
}

TEST_CASE("a content folder is the content root where it exists, even without a project file") {
  const TempFolder folder;
  folder.write("content/a.md", "# A\n\nText.\n");
  folder.write("b.md", "# B\n\nText.\n");
  CHECK(files_checked(folder.path()) == "1");
}

TEST_CASE("content can be named, also as the root itself") {
  const TempFolder folder;
  folder.write("content/a.md", "# A\n\nText.\n");
  folder.write("docs/b.md", "# B\n\nText.\n");
  folder.write("docs/c.md", "# C\n\nText.\n");
  folder.write("runbookc.yaml", "content: docs\n");
  CHECK(files_checked(folder.path()) == "2");
  folder.write("runbookc.yaml", "content: .\n");
  CHECK(files_checked(folder.path()) == "3");
}

TEST_CASE("a type that does not exist is a fault of the project file") {
  const TempFolder folder;
  folder.write("content/a.md", "# A\n\nText.\n");
  folder.write("runbookc.yaml", "types:\n  default: runbok\n");
  const auto result = run_in(folder.path(), {"check"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "runbookc.yaml:2:12: error: there is no document type 'runbok'"));
  CHECK(contains(result.err, "did you mean 'runbook'?"));
  folder.write("runbookc.yaml", "rules:\n  \"type:templat\": { RB107: off }\n");
  CHECK(contains(run_in(folder.path(), {"check"}).err, "did you mean 'template'?"));
}

TEST_CASE("a site is not built among the documents") {
  const TempFolder folder;
  folder.write("content/a.md", "# A\n\nText.\n");
  const auto result = run_in(folder.path(), {"build", "--out", "content/site"});
  CHECK(result.exit_code == 2);
  CHECK(contains(result.err, "lies among the documents"));
}

TEST_CASE("--config stops the search, and the root stays the starting folder") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("runbookc.yaml", "no_such_key: 1\n");
  folder.write("trusted/ci.yaml", "exclude: [\"content/b.md\"]\n");
  folder.write("content/b.md", "# B\n\nText.\n");
  CHECK(files_checked(folder.path(), {"--config", "trusted/ci.yaml"}) == "1");
}

TEST_CASE("hidden folders, node_modules and the output are not read") {
  const TempFolder folder;
  folder.write("a.md", "# A\n\nText.\n");
  folder.write(".hidden/b.md", "# B\n\nText.\n");
  folder.write("node_modules/c.md", "# C\n\nText.\n");
  folder.write("site/d.md", "# D\n\nText.\n");
  CHECK(files_checked(folder.path()) == "1");
}

TEST_CASE("several paths without a project share the folder that holds them") {
  const TempFolder folder;
  folder.write("x/a/one.md", "# One\n\nText.\n");
  folder.write("x/b/two.md", "# Two\n\nText.\n");
  folder.write("x/b/three.md", "# Three\n\nText.\n");
  CHECK(files_checked(folder.path(), {"x/a", "x/b/two.md"}) == "2");
}

TEST_CASE("text reports name files as they open from the folder where one stands") {
  const TempFolder folder;
  write_sample_project(folder);
  folder.write("content/a.md", kGoodPage + "\n[x](gone.md)\n");
  folder.write("content/sub/b.md", kGoodPage + "\n[x](gone.md)\n");
  const auto from = [&](const std::string& where, std::vector<std::string> words) {
    return run_in(where, words).out;
  };
  CHECK(from(folder.path(), {"check"}).starts_with("content/a.md:20:5: error"));
  const std::string below = from(folder.path("content/sub"), {"check"});
  CHECK(below.starts_with("../a.md:20:5: error"));
  CHECK(contains(below, "\nb.md:20:5: error"));
  CHECK(from("/", {"-C", folder.path("content"), "check"}).starts_with("a.md:20:5: error"));
  const std::string json = from(folder.path("content"), {"check", "--format", "json"});
  CHECK(contains(json, "\"content/a.md\""));
  // Without a project the PATH's folder is the root: what is printed opens all the same.
  std::filesystem::remove(folder.path("runbookc.yaml"));
  CHECK(contains(from(folder.path(), {"check", "content/a.md"}), "content/a.md:20:5: error"));
  CHECK(contains(from(folder.path("content/sub"), {"check", "../a.md"}), "../a.md:20:5: error"));
}

TEST_CASE("every error that has a place begins with it, as it opens from here") {
  const TempFolder folder;
  write_sample_project(folder);
  const auto error = [&](const std::string& command) {
    const auto result = run_in(folder.path("content"), {command});
    CHECK(result.exit_code == 2);
    return result.err;
  };
  folder.write("runbookc.yaml", "types: { \"**\": nix }\n");
  CHECK(error("check").starts_with("../runbookc.yaml:1:"));
  CHECK(contains(error("check"), ": error: there is no document type 'nix'\n"));
  folder.write("runbookc.yaml", "tpyes: {}\n");
  CHECK(error("check").starts_with("../runbookc.yaml:1:1: error: 'tpyes'"));
  folder.write("runbookc.yaml", "");
  folder.write("schemas/types/a.json", "{\"type\": \"strng\"}");
  CHECK(error("check").starts_with("../schemas/types/a.json:1:10: error: at /type: "));
  folder.write("schemas/types/a.json", "{}");
  folder.write("templates/head.mustache", "\n  {{#x}}\n{{/y}}\n");
  CHECK(error("build").starts_with("../templates/head.mustache:3:1: error: '{{/y}}' closes"));
  folder.write("content/owners.yaml", "owners:\n  - id: a\n    kind: gang\n  - name: B\n");
  CHECK(error("check").starts_with("owners.yaml:3:11: error: "));
  CHECK(contains(error("check"), "\nowners.yaml:4:5: error: "));
}

}  // namespace runbookc
