#include "base/excerpt.h"

#include <catch2/catch.hpp>

#include "base/unicode.h"

using namespace runbookc;

TEST_CASE("a text that is short enough is its own excerpt") {
  CHECK(excerpt("", 1).empty());
  CHECK(excerpt("one two", 7) == "one two");
  CHECK(excerpt("äöü", 3) == "äöü");
}

TEST_CASE("an excerpt ends between words and is never longer") {
  CHECK(excerpt("one two three", 9) == "one two…");
  CHECK(excerpt("one two three", 8) == "one two…");
  CHECK(excerpt("one two three", 7) == "one…");
  CHECK(excerpt("a bbbbbbbbbbbbbb", 8) == "a bbbbb…");
  CHECK(excerpt("äöüäöü", 4) == "äöü…");
  CHECK(excerpt("ab", 1) == "…");
  for (std::size_t most = 1; most < 20; ++most)
    CHECK(count_code_points(excerpt("für alle 🚒 im Dienst", most)) <= most);
}
