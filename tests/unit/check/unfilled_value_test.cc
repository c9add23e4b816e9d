#include "check/unfilled_value.h"

#include <catch2/catch.hpp>

namespace runbookc {

TEST_CASE("a mark in capitals stands for a value, alone or before a colon") {
  for (const char* text : {"TODO", "TBD", " TBD ", "TODO: who?", "TBD:"}) {
    CAPTURE(text);
    CHECK(is_unfilled(text));
  }
  for (const char* text : {"", "todo", "TODO app", "TODO-team", "TODOS", "Not TODO", "TB"}) {
    CAPTURE(text);
    CHECK_FALSE(is_unfilled(text));
  }
}

}  // namespace runbookc
