#include "cli/project_watch.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "e2e/temp_folder.h"

namespace runbookc {
namespace {

Project project_in(const TempFolder& folder, const std::string& content_root) {
  return {.roots = {.root = folder.path(),
                    .config_file = folder.path("runbookc.yaml"),
                    .selection = {}},
          .paths = ShownPaths(folder.path(), folder.path()),
          .files = disk_files(folder.path()),
          .config = {},
          .content_root = content_root};
}

}  // namespace

TEST_CASE("what a site is made of is watched") {
  const TempFolder folder;
  folder.write("content/a.md", "a");
  const WatchPlan plan = watch_plan(project_in(folder, "content"));
  for (const char* path :
       {"content/a.md", "content/new/b.md", "content/map.svg", "content/owners.yaml", "owners.yaml",
        "runbookc.yaml", "CODEOWNERS", ".github/CODEOWNERS", "docs/CODEOWNERS",
        "schemas/types/own.json", "templates/page.mustache", "templates/assets/style/99-own.css"}) {
    CAPTURE(path);
    CHECK(is_watched(plan, path));
  }
}

TEST_CASE("what no site is made of is not") {
  const TempFolder folder;
  folder.write("content/copy/build.json", "{}");
  const WatchPlan plan = watch_plan(project_in(folder, "content"));
  for (const char* path :
       {"README.md", "src/main.cc", "site/index.html", "content/.a.md.swp", "content/a.md~",
        "content/4913", "content/.git/index", "content/node_modules/x/README.md",
        "content/copy/index.html", ".github/workflows/ci.yml"}) {
    CAPTURE(path);
    CHECK_FALSE(is_watched(plan, path));
  }
}

TEST_CASE("with documents in the root, its output and what is hidden are left out") {
  const TempFolder folder;
  const WatchPlan plan = watch_plan(project_in(folder, ""));
  CHECK(is_watched(plan, "a.md"));
  CHECK(is_watched(plan, "content"));
  CHECK_FALSE(is_watched(plan, "site/index.html"));
  CHECK_FALSE(is_watched(plan, ".git/HEAD"));
}

TEST_CASE("files that the project file names are watched, and a project file elsewhere") {
  const TempFolder folder;
  Project project = project_in(folder, "content");
  project.config.owners_file = "people/team.yaml";
  project.config.baseline = "accepted.json";
  project.roots.config_file = "/etc/shared/runbookc.yaml";
  const WatchPlan plan = watch_plan(project);
  CHECK(is_watched(plan, "people/team.yaml"));
  CHECK(is_watched(plan, "people"));
  CHECK(is_watched(plan, "accepted.json"));
  CHECK(is_watched(plan, "/etc/shared/runbookc.yaml"));
  CHECK(same_places(plan, watch_plan(project)));
}

}  // namespace runbookc
