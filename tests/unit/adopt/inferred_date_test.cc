#include "adopt/inferred_date.h"

#include <catch2/catch.hpp>

namespace runbookc {
namespace {

std::string read(std::string_view text) {
  const InferredDate date = infer_date(text);
  return date.day ? format_date(*date.day) : "? " + date.doubt;
}

}  // namespace

TEST_CASE("days are read as people write them") {
  for (const char* text : {"2026-03-12", "12 March 2026", "March 12, 2026", "12th Mar 2026",
                           "2026-03-12T10:00:00Z", "2026-03-12.", "2026-03-12 10:00"}) {
    CHECK(read(text) == "2026-03-12");
  }
  CHECK(read("25/12/2025") == "2025-12-25");
  CHECK(read("25.12.2025") == "2025-12-25");
  CHECK(read("05.05.2026") == "2026-05-05");
}

TEST_CASE("no day is invented") {
  CHECK(read("December 2025") == "? only a month: no day is invented");
  CHECK(read("2025-12") == "? only a month: no day is invented");
  CHECK(read("03/04/2026") == "? two dates can be meant");
  CHECK(read("03.04.2026") == "? two dates can be meant");
  CHECK(read("01. 02. 2026") == "? two dates can be meant");
  for (const char* text : {"2026-03-12 (Ann)", "2026-03-12 by Ann", "2026-03-12 - 2026-04-01",
                           "2026-03-12 (wrong)", "2026-03-12?", "2026-03-12 or later"}) {
    CAPTURE(text);
    CHECK(read(text) == "? more than a date");
  }
  CHECK(read("before 2026-03-12") == "? it does not read as a date");
  CHECK(read("[CURRENT_DATE]") == "? never filled in");
  CHECK(read("last week") == "? it does not read as a date");
  CHECK(read("2026-02-30") == "? it does not read as a date");
}

}  // namespace runbookc
