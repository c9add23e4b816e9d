#include "adopt/stated_severity.h"

#include <catch2/catch.hpp>

#include "base/text.h"

namespace runbookc {
namespace {

std::string read(std::string_view text) {
  const StatedSeverity stated = read_severity(text, {"P1", "P2", "P3", "P4"});
  return stated.doubt.empty() ? join(stated.levels, " ") : "? " + stated.doubt;
}

}  // namespace

TEST_CASE("severities are levels of the scale, and ranges all between them") {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"P1", "P1"},
      {"p2", "P2"},
      {"P1 - Critical", "P1"},
      {"P1 \xE2\x80\x93 customers cannot pay", "P1"},
      {"Critical (P1)", "P1"},
      {"P1 (Critical)", "P1"},
      {"P1, P3", "P1 P3"},
      {"P1/P2", "P1 P2"},
      {"P1 or P2", "P1 P2"},
      {"P1-P3", "P1 P2 P3"},
      {"P1 - P3", "P1 P2 P3"},
      {"P3\xE2\x80\x93P1", "P1 P2 P3"},
      {"P2 to P4", "P2 P3 P4"},
      {"High Severity P2", "P2"}};
  for (const auto& [text, levels] : cases) {
    CAPTURE(text);
    CHECK(read(text) == levels);
  }
}

TEST_CASE("words are severities where the project's scale has them") {
  const std::vector<std::string> scale = {"Critical", "Warning"};
  CHECK(read_severity("warning", scale).levels == std::vector<std::string>{"Warning"});
  CHECK(read_severity("Critical (page)", scale).levels == std::vector<std::string>{"Critical"});
  CHECK(read_severity("P1", scale).doubt == "none of the project's severities");
  CHECK(read("Critical") == "? none of the project's severities");
}

TEST_CASE("severities that are denied, bounded or of no scale are for a person") {
  for (const char* text :
       {"not P1", "P2 or higher", "P1+", "P2 and above", "P1, no longer P2", "was P1",
        "P1 (was P2)", "P1 - P2 if it lasts", "up to P2", "P2 - not P1"}) {
    CAPTURE(text);
    CHECK(read(text).starts_with("? "));
  }
  CHECK(read("Warning") == "? none of the project's severities");
  CHECK(read("[SEVERITY]") == "? never filled in");
}

}  // namespace runbookc
