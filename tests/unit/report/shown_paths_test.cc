#include "report/shown_paths.h"

#include <catch2/catch.hpp>

namespace runbookc {

TEST_CASE("paths are shown from the folder where the person stands") {
  const auto shown = [](const char* here, const char* path) {
    return ShownPaths("/srv/ops/docs", here)(path);
  };
  CHECK(shown("/srv/ops/docs", "a/b.md") == "a/b.md");
  CHECK(shown("/srv/ops/docs/a", "a/b.md") == "b.md");
  CHECK(shown("/srv/ops/docs/a", "c.md") == "../c.md");
  CHECK(shown("/srv/ops/docs/a", "ab/c.md") == "../ab/c.md");
  CHECK(shown("/srv/ops", "a/b.md") == "docs/a/b.md");
  CHECK(shown("/", "b.md") == "srv/ops/docs/b.md");
  CHECK(shown("/home/me", "b.md") == "../../srv/ops/docs/b.md");
  CHECK(shown("/srv/ops/docs", "") == ".");
  CHECK(shown("/srv/ops/docs/a", "") == "..");
  CHECK(ShownPaths("/", "/a")("b.md") == "../b.md");
}

TEST_CASE("where it is not known from where, paths stay those of the project") {
  CHECK(ShownPaths()("a/b.md") == "a/b.md");
  CHECK(ShownPaths("/srv/ops", "")("a/b.md") == "a/b.md");
}

}  // namespace runbookc
