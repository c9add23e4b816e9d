#include "serve/watch_plan.h"

#include <catch2/catch.hpp>

#include "base/path.h"

namespace runbookc {
namespace {

using Paths = std::vector<std::string>;

WatchPlan sample_plan() {
  return {.trees = {"docs/content", "templates"},
          .files = {"runbookc.yaml", ".github/CODEOWNERS", "/etc/shared/runbookc.yaml"},
          .ignores = [](std::string_view path) { return file_name(path).starts_with('.'); }};
}

}  // namespace

TEST_CASE("what lies in a tree is watched, unless it is ignored") {
  const WatchPlan plan = sample_plan();
  CHECK(is_watched(plan, "docs/content/a/b.md"));
  CHECK(is_watched(plan, "docs/content"));
  CHECK_FALSE(is_watched(plan, "docs/content/.a.md.swp"));
  CHECK_FALSE(is_watched(plan, "docs/content/.git/objects/x"));
}

TEST_CASE("single files are watched, also hidden and distant ones, and not their neighbours") {
  const WatchPlan plan = sample_plan();
  CHECK(is_watched(plan, "runbookc.yaml"));
  CHECK(is_watched(plan, ".github/CODEOWNERS"));
  CHECK(is_watched(plan, "/etc/shared/runbookc.yaml"));
  CHECK_FALSE(is_watched(plan, "README.md"));
  CHECK_FALSE(is_watched(plan, ".github/workflows"));
  CHECK_FALSE(is_watched(plan, "/etc/shared/other.yaml"));
}

TEST_CASE("a folder on the way may come, go and move") {
  const WatchPlan plan = sample_plan();
  CHECK(is_watched(plan, "docs"));
  CHECK(is_watched(plan, ".github"));
  CHECK_FALSE(is_watched(plan, "docs/other"));
  CHECK(folders_on_the_way(plan) == Paths{"", ".github", "/etc/shared", "docs"});
}

TEST_CASE("the root itself may be the tree") {
  const WatchPlan plan = {.trees = {""}, .files = {}, .ignores = sample_plan().ignores};
  CHECK(is_watched(plan, "a.md"));
  CHECK(is_watched(plan, "a/b/c.md"));
  CHECK_FALSE(is_watched(plan, ".git"));
  CHECK(folders_on_the_way(plan).empty());
}

TEST_CASE("a folder may be left out of a tree") {
  WatchPlan plan = {.trees = {""}, .files = {}, .without = {"site", "a/b"}};
  CHECK_FALSE(is_watched(plan, "site/index.html"));
  CHECK_FALSE(is_watched(plan, "a/b/c.md"));
  CHECK(is_watched(plan, "a/site"));
  const WatchPlan before = plan;
  plan.ignores = [](std::string_view) { return true; };
  CHECK(same_places(plan, before));
  plan.without.clear();
  CHECK_FALSE(same_places(plan, before));
}

}  // namespace runbookc
