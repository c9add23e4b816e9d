#include "cli/roots.h"

#include <catch2/catch.hpp>

#include "e2e/temp_folder.h"

namespace runbookc {

TEST_CASE("a path is within a folder by whole names only") {
  CHECK(path_within("/a/b", "/a") == "b");
  CHECK(path_within("/a", "/a") == "");
  CHECK(path_within("/ab", "/a") == std::nullopt);
  CHECK(path_within("/a/b", "/") == "a/b");
  CHECK(path_within("/", "/a") == std::nullopt);
}

TEST_CASE("a link is named itself, and the folder before it without links") {
  const TempFolder folder;
  folder.write("real/a.md", "");
  std::filesystem::create_directory_symlink("real", folder.path("alias"));
  std::filesystem::create_symlink("nowhere", folder.path("real/dangling.md"));
  CHECK(absolute_path(folder.path("alias/a.md")) == folder.path("real/a.md"));
  CHECK(absolute_path(folder.path("real/dangling.md")) == folder.path("real/dangling.md"));
  CHECK(absolute_path(folder.path("real/..")) == folder.path());
  CHECK(absolute_path(folder.path("real/")) == folder.path("real"));
  CHECK(absolute_path(folder.path("none/a.md")) == std::nullopt);
}

TEST_CASE("without a project a file's folder is the root") {
  const TempFolder folder;
  folder.write(".git/HEAD", "");
  folder.write("x/a.md", "");
  const auto roots = find_roots(folder.path(), "", {folder.path("x/a.md")});
  REQUIRE(roots.ok());
  CHECK(roots->root == folder.path("x"));
  CHECK(roots->config_file.empty());
  CHECK(roots->selection == std::vector<std::string>{"a.md"});
}

TEST_CASE("with a project the paths are relative to its root") {
  const TempFolder folder;
  folder.write("runbookc.yaml", "");
  folder.write("x/y/a.md", "");
  const auto roots = find_roots(folder.path("x"), "", {folder.path("x/y"), folder.path()});
  REQUIRE(roots.ok());
  CHECK(roots->root == folder.path());
  CHECK(roots->config_file == folder.path("runbookc.yaml"));
  CHECK(roots->selection == std::vector<std::string>{"", "x/y"});
}

TEST_CASE("a folder named like the project file is none") {
  const TempFolder folder;
  folder.write(".git/HEAD", "");
  folder.write("runbookc.yaml/x", "");
  const auto roots = find_roots(folder.path(), "", {});
  REQUIRE(roots.ok());
  CHECK(roots->config_file.empty());
}

TEST_CASE("a project knows its folder in the repository") {
  const TempFolder folder;
  folder.write("repo/docs/ops/runbookc.yaml", "");
  CHECK(path_in_repository(folder.path("repo/docs/ops")).empty());
  folder.write("repo/.git", "gitdir: elsewhere\n");
  CHECK(path_in_repository(folder.path("repo/docs/ops")) == "docs/ops");
  CHECK(path_in_repository(folder.path("repo")).empty());
  folder.write("repo/docs/.git/HEAD", "");
  CHECK(path_in_repository(folder.path("repo/docs/ops")) == "ops");
}

}  // namespace runbookc
