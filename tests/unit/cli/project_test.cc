#include "cli/project.h"

#include <catch2/catch.hpp>

namespace runbookc::test {

TEST_CASE("a path is selected by itself and by every folder above it") {
  const std::vector<std::string> selection = {"a/b", "a/b.md", "c"};
  CHECK(is_selected("a/b", selection));
  CHECK(is_selected("a/b/deep/x.md", selection));
  CHECK(is_selected("a/b.md", selection));
  CHECK(is_selected("c/x.md", selection));
  CHECK_FALSE(is_selected("a", selection));
  CHECK_FALSE(is_selected("a/bc.md", selection));
  CHECK_FALSE(is_selected("", selection));
  CHECK(is_selected("a", {}));
  CHECK(is_selected("a/x.md", {""}));
  CHECK(is_selected("", {""}));
}

}  // namespace runbookc::test
