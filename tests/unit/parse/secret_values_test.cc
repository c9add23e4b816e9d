#include "parse/secret_values.h"

#include <catch2/catch.hpp>

namespace runbookc {

TEST_CASE("the longest value that begins a text is found") {
  const SecretValues values({"ab", "", "abcd", "xyz", "xyz"});
  CHECK(values.match("abcdef") == 4);
  CHECK(values.match("abc") == 2);
  CHECK(values.match("abz") == 2);
  CHECK(values.match("a") == 0);
  CHECK(values.match("xyz") == 3);
  CHECK(values.match("") == 0);
}

TEST_CASE("a value is found although a longer one does not fit") {
  const SecretValues values({"ab", "abc1"});
  CHECK(values.match("abd") == 2);
}

TEST_CASE("of values that begin with each other the longest that fits is found") {
  const SecretValues values({"Winter", "WinterCorp", "WinterCorp-9", "WinterCorp-9x", "WinterD"});
  CHECK(values.match("WinterCorp.") == 10);
  CHECK(values.match("WinterCorp-9.") == 12);
  CHECK(values.match("WinterCorp-9y") == 12);
  CHECK(values.match("WinterCorn") == 6);
  CHECK(values.match("WinterDD") == 7);
  CHECK(values.match("WinterZ") == 6);
  CHECK(values.match("Winte") == 0);
}

TEST_CASE("without values nothing is found") {
  CHECK(SecretValues().empty());
  CHECK(SecretValues({""}).empty());
  CHECK(SecretValues().match("x") == 0);
}

}  // namespace runbookc
