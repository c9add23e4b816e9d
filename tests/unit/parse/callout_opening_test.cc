#include "parse/callout_opening.h"

#include <catch2/catch.hpp>
#include <string>

using namespace runbookc;

namespace {

std::string shown(const std::optional<CalloutOpening>& opening) {
  return opening ? opening->kind + "|" + opening->title + "|" + opening->code : "none";
}

// The kind, with the title as it is written.
std::string titled(const std::optional<CalloutOpening>& opening, std::string_view line) {
  if (!opening) return "none";
  return opening->kind + "|" +
         std::string(line.substr(opening->written.begin, opening->written.size()));
}

std::string in_colons(std::string_view line) { return titled(colon_opening(line), line); }
std::string in_marks(std::string_view line) { return titled(exclamation_opening(line), line); }
std::string in_fence(std::string_view line) { return titled(quote_fence_opening(line), line); }
std::string in_quote(std::string_view line) { return titled(alert_opening(line), line); }

}  // namespace

TEST_CASE("MkDocs opens a call-out with marks, a word and a title") {
  CHECK(shown(exclamation_opening("!!! warning")) == "warning||");
  CHECK(in_marks("!!! note inline \"Mind *this*\"") == "note|Mind *this*");
  CHECK(shown(exclamation_opening("???+ danger")) == "caution|Danger|");
  CHECK(shown(exclamation_opening("??? own-word")) == "note|Own-word|");
  CHECK(shown(exclamation_opening("!!!")) == "none");
  CHECK(shown(exclamation_opening("!!! note \"open")) == "none");
  CHECK(shown(exclamation_opening("What!!! note")) == "none");
}

TEST_CASE("Docusaurus opens one with colons") {
  CHECK(shown(colon_opening(":::note")) == "note||");
  CHECK(in_colons("::::danger[Take *care*]") == "caution|Take *care*");
  CHECK(in_colons(":::tip My tip {#id}") == "tip|My tip");
  CHECK(in_colons(":::tip[My [a](b.md) tip]{.cls}") == "tip|My [a](b.md) tip");
  CHECK(in_colons(":::tip[My tip]\x01\x01\x01") == "tip|My tip");
  CHECK(in_colons(":::tip [a](b) and [c]") == "tip|[a](b) and [c]");
  CHECK(in_colons(":::tip Own \x01\x01") == "tip|Own");
  CHECK(shown(colon_opening(":::own")) == "||");
  CHECK_FALSE(colon_opening(":::own")->quoted);
  CHECK(colon_opening("::::own")->fence == 4);
  CHECK(shown(colon_opening(":::")) == "none");
  CHECK(shown(colon_opening("::note")) == "none");
}

TEST_CASE("its title may be an attribute") {
  CHECK(title_attribute(":::note{title=\"A b\"}") == "A b");
  CHECK(title_attribute(":::note{.x title='A \"b\"'}") == "A \"b\"");
  CHECK(title_attribute(":::note{title=bare}").empty());
  CHECK(title_attribute(":::note title='A'").empty());
  CHECK(title_attribute(":::note{title=").empty());
}

TEST_CASE("GitLab fences quotes, and gives alerts titles") {
  CHECK(in_fence(">>>") == "|");
  CHECK(quote_fence_opening(">>>> ")->fence == 4);
  CHECK(in_fence(">>> [!warning] Mind *this*") == "warning|Mind *this*");
  CHECK(in_fence(">>> [!NOTE]") == "note|");
  CHECK(in_fence(">>> text") == "none");
  CHECK(in_fence(">>> [!danger] no") == "none");
  CHECK(in_fence(">>") == "none");
  CHECK(in_quote("[!caution] Data goes") == "caution|Data goes");
  CHECK(in_quote("[!caution]") == "none");
  CHECK(in_quote("[!own] Data") == "none");
  CHECK(in_quote("a [!note] b") == "none");
}

TEST_CASE("a fence is closed by its signs alone") {
  CHECK(closing_fence(" ::: ", ':') == 3);
  CHECK(closing_fence("::", ':') == 0);
  CHECK(closing_fence(":::note", ':') == 0);
  CHECK(closing_fence(">>>>", '>') == 4);
}

TEST_CASE("themes of Hugo have shortcodes for it") {
  const auto opening = [](std::string_view inner) {
    return shown(shortcode_opening(read_shortcode(inner)));
  };
  CHECK(opening("hint danger") == "caution||");
  CHECK(opening("alert color=\"warning\" title=\"Mind\"") == "warning|Mind|");
  CHECK(opening("note") == "note||");
  CHECK(opening("hint") == "note||");
  CHECK(opening("alert color='warning' title='Mind this'") == "warning|Mind this|");
  CHECK(opening("alert title=don't") == "note|don't|");
  CHECK(opening("alert\n title=\"Mind\n  this\"\n") == "note|Mind this|");
  CHECK(opening("highlight bash") == "||~~~~~~~~bash");
  CHECK(opening("code lang=\"bash\"") == "||~~~~~~~~bash");
  CHECK(opening("prism language=\"sh\"") == "||~~~~~~~~sh");
  CHECK(opening("command") == "||~~~~~~~~bash");
  CHECK(opening("highlight `c++\n\n# X`") == "||~~~~~~~~c++");
  CHECK(opening("figure src=\"x.png\"") == "none");
}
