#include "adopt/unfit_text.h"

#include <catch2/catch.hpp>

namespace runbookc {

TEST_CASE("secrets, and what stands for them, are no values") {
  for (const char* text : {"\xE2\x80\xA2\xE2\x80\xA2\xE2\x80\xA2", "DBA \xE2\x80\xA2\xE2\x80\xA2",
                           "password=x", "API_KEY: abc", "ghp_short", "team AKIA1"}) {
    CAPTURE(text);
    CHECK(unfit_text(text) == "it may be a secret");
  }
}

TEST_CASE("characters that nobody sees are in no value") {
  for (const std::string_view text :
       {std::string_view("a\0b", 3), std::string_view("a\x7F"), std::string_view("a\xC2\x85"),
        std::string_view("a\xE2\x80\xAE"), std::string_view("a\xE2\x81\xA6"),
        std::string_view("a\xF3\xA0\x81\xA1"), std::string_view("a\xEF\xBF\xBF"),
        std::string_view("a\xEF\xB7\x90"), std::string_view("a\xE2\x80\x8B"),
        std::string_view("a\xE2\x80\xA8")}) {
    CHECK(unfit_text(text) == "it holds characters that nobody sees");
  }
  CHECK(unfit_value(array_value({string_value("a"), string_value("b\x7F")})) ==
        "it holds characters that nobody sees");
}

TEST_CASE("words are fit") {
  for (const char* text :
       {"Platform Team", "J\xC3\xB6rg", "Rotate a password", "1.10", "Pass on: the queue",
        "skating_team", "\xE2\x9A\xA0\xEF\xB8\x8F Queue"}) {
    CAPTURE(text);
    CHECK(unfit_text(text).empty());
  }
}

}  // namespace runbookc
