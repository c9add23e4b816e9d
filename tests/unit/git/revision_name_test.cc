#include "git/revision_name.h"

#include <catch2/catch.hpp>

namespace runbookc::test {
namespace {

const std::vector<std::string> kNames = {"main", "change", "origin/main", "origin/release/7", "v1"};

}  // namespace

TEST_CASE("a branch that only a remote has is named with the remote") {
  CHECK(nearest_revision("release/7", kNames) == "origin/release/7");
  CHECK(nearest_revision("relase/7", kNames) == "origin/release/7");
}

TEST_CASE("the nearest name is meant, an own branch before a remote's") {
  CHECK(nearest_revision("mian", kNames) == "main");
  CHECK(nearest_revision("orgin/main", kNames) == "origin/main");
}

TEST_CASE("what is near to nothing means nothing that is there") {
  CHECK_FALSE(nearest_revision("quite-another-name", kNames));
  CHECK_FALSE(nearest_revision("main", {}));
}

}  // namespace runbookc::test
