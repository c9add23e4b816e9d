#include "prose/revision_history.h"

#include <catch2/catch.hpp>

namespace runbookc {

TEST_CASE("versions compare by their numbers") {
  CHECK(compare_versions("1.10", "1.9") == 1);
  CHECK(compare_versions("v1.0", "1") == 0);
  CHECK(compare_versions("1.9.9", "V2") == -1);
  CHECK(!compare_versions("draft", "1.0"));
  CHECK(!compare_versions("1.0-rc1", "1.0"));
  CHECK(!compare_versions("", "1.0"));
}

}  // namespace runbookc
