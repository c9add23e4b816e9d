#include "adopt/folder_lookup.h"

#include <catch2/catch.hpp>

namespace runbookc {
namespace {

std::string type_of(const std::vector<FolderType>& types, std::string_view path) {
  const FolderType* found = FolderLookup(types).find(path);
  return found == nullptr ? "" : found->type;
}

}  // namespace

TEST_CASE("the first glob that matches says the type") {
  const std::vector<FolderType> types = {{"**/README.md", "page", 0, 0},
                                         {"db/old/**", "page", 0, 0},
                                         {"db/**", "runbook", 0, 0},
                                         {"db/new/**", "alert", 0, 0}};
  CHECK(type_of(types, "db/a.md") == "runbook");
  CHECK(type_of(types, "db/old/deep/a.md") == "page");
  CHECK(type_of(types, "db/new/a.md") == "runbook");
  CHECK(type_of(types, "db/README.md") == "page");
  CHECK(type_of(types, "README.md") == "page");
  CHECK(type_of(types, "db-x/a.md").empty());
  CHECK(type_of(types, "db").empty());
  CHECK(type_of({{"**", "alert", 0, 0}}, "a.md") == "alert");
}

TEST_CASE("a path lies in a folder of a set, in one below it, or in none") {
  const FolderSet folders = {"a/b", "c"};
  CHECK(is_inside_any("a/b/x/y.md", folders));
  CHECK(is_inside_any("c", folders));
  CHECK_FALSE(is_inside_any("a/bc/x.md", folders));
  CHECK_FALSE(is_inside_any("a", folders));
  CHECK(is_inside_any("anything", {""}));
}

}  // namespace runbookc
