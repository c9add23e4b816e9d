#include "config/version_range.h"

namespace runbookc {
namespace {

bool inside(std::string_view version, std::string_view range) {
  const auto result = version_in_range(version, range);
  return result.ok() && *result;
}

}  // namespace

TEST_CASE("a version is compared number by number") {
  CHECK(inside("0.1.0", ">=0.1"));
  CHECK(inside("0.1.0", ">=0.1, <2"));
  CHECK(inside("0.1.7", "0.1"));
  CHECK(inside("0.10.0", ">0.9"));
  CHECK(inside("1.2.3-rc1", "=1.2.3"));
  CHECK_FALSE(inside("0.1.0", ">=0.2"));
  CHECK_FALSE(inside("2.0.0", ">=0.1 <2"));
  CHECK_FALSE(inside("0.1.9", ">0.1"));
  CHECK_FALSE(inside("2.1.0", "<=1"));
}

TEST_CASE("what is no range is an error") {
  for (std::string_view range : {"", "soon", ">=", ">=1.x", "1.2.3.4", ">=0.1,,", "^1", "1..2"}) {
    INFO(range);
    CHECK_FALSE(version_in_range("0.1.0", range).ok());
  }
}

}  // namespace runbookc
