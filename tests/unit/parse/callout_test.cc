#include "parse/callout.h"

namespace runbookc {

TEST_CASE("a paragraph that begins with a word and a colon is a call-out") {
  CHECK(callout_kind("WARNING: all keys are lost") == "warning");
  CHECK(callout_kind("Warning: all keys are lost") == "warning");
  CHECK(callout_kind("DANGER: do not run this twice") == "caution");
  CHECK(callout_kind("Note: takes a minute") == "note");
  CHECK(callout_kind("\u2139\ufe0f Important: tell the lead first") == "important");
}

TEST_CASE("so is one that begins with a sign") {
  CHECK(callout_kind("\u26a0\ufe0f All keys are lost") == "warning");
  CHECK(callout_kind("\U0001f6d1 Stop here") == "caution");
  CHECK(callout_kind("\u26a0\ufe0f CAUTION: all keys are lost") == "caution");
}

TEST_CASE("other paragraphs are none") {
  CHECK(callout_kind("").empty());
  CHECK(callout_kind("Warnings: 3").empty());
  CHECK(callout_kind("Note that it takes a minute").empty());
  CHECK(callout_kind("\u2705 Done").empty());
  CHECK(callout_kind("See WARNING: below").empty());
  CHECK(callout_kind("WARNING").empty());
  CHECK(callout_kind("2: a number").empty());
}

}  // namespace runbookc
