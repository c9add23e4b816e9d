#include "parse/callout_opening.h"

#include <catch2/catch.hpp>
#include <string>

using namespace runbookc;

namespace {

std::string shown(const std::optional<CalloutOpening>& opening) {
  return opening ? opening->kind + "|" + opening->title + "|" + opening->code : "none";
}

}  // namespace

TEST_CASE("MkDocs opens a call-out with marks, a word and a title") {
  CHECK(shown(exclamation_opening("!!! warning")) == "warning||");
  CHECK(shown(exclamation_opening("!!! note inline \"Mind this\"")) == "note|Mind this|");
  CHECK(shown(exclamation_opening("???+ danger")) == "caution|Danger|");
  CHECK(shown(exclamation_opening("??? own-word")) == "note|Own-word|");
  CHECK(shown(exclamation_opening("!!!")) == "none");
  CHECK(shown(exclamation_opening("!!! note \"open")) == "none");
  CHECK(shown(exclamation_opening("What!!! note")) == "none");
}

TEST_CASE("Docusaurus opens one with colons") {
  CHECK(shown(colon_opening(":::note")) == "note||");
  CHECK(shown(colon_opening("::::danger[Take *care*]")) == "caution|Take *care*|");
  CHECK(shown(colon_opening(":::tip My tip {#id}")) == "tip|My tip|");
  CHECK(shown(colon_opening(":::own")) == "||");
  CHECK(colon_opening("::::own")->colons == 4);
  CHECK(shown(colon_opening(":::")) == "none");
  CHECK(shown(colon_opening("::note")) == "none");
  CHECK(closing_colons(" ::: ") == 3);
  CHECK(closing_colons("::") == 0);
  CHECK(closing_colons(":::note") == 0);
}

TEST_CASE("themes of Hugo have shortcodes for it") {
  const auto opening = [](std::string_view inner) {
    return shown(shortcode_opening(read_shortcode(inner)));
  };
  CHECK(opening("hint danger") == "caution||");
  CHECK(opening("alert color=\"warning\" title=\"Mind\"") == "warning|Mind|");
  CHECK(opening("note") == "note||");
  CHECK(opening("hint") == "note||");
  CHECK(opening("highlight bash") == "||~~~~~~~~bash");
  CHECK(opening("figure src=\"x.png\"") == "none");
}
