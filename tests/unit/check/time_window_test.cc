#include "check/time_window.h"

#include <catch2/catch.hpp>
#include <string>

namespace runbookc {
namespace {

// "900-1800", "3600+", "<900", "none"
std::string read(std::string_view text) {
  const auto window = parse_time_window(text);
  if (!window) {
    return "none";
  }
  switch (window->kind) {
    case WindowKind::open:
      return std::to_string(window->start_seconds()) + "+";
    case WindowKind::deadline:
      return "<" + std::to_string(window->end_seconds());
    default:
      return std::to_string(window->start_seconds()) + "-" + std::to_string(window->end_seconds());
  }
}

}  // namespace

TEST_CASE("ranges take the unit that is written") {
  CHECK(read("0-15 min") == "0-900");
  CHECK(read("15 – 30 minutes (by pager)") == "900-1800");
  CHECK(read("15min-1h") == "900-3600");
  CHECK(read("30 minutes to 1 hour") == "1800-3600");
  CHECK(read("0.5—2 hrs: lead") == "1800-7200");
  CHECK(read("T+15-30 m") == "900-1800");
  CHECK(read("1-2 days") == "86400-172800");
  CHECK(read("30-60") == "30-60");  // no unit
  CHECK(read("30-60, by phone") == "30-60");
}

TEST_CASE("open windows have a start only") {
  CHECK(read("60+ min") == "3600+");
  CHECK(read("60 min+") == "3600+");
  CHECK(read("> 60 minutes") == "3600+");
  CHECK(read("After 1 hour") == "3600+");
  CHECK(read("60+") == "60+");
  CHECK(read("Immediately") == "0+");
}

TEST_CASE("deadlines have an end only") {
  CHECK(read("within 15 minutes") == "<900");
  CHECK(read("First 15 min") == "<900");
  CHECK(read("< 1h") == "<3600");
}

TEST_CASE("other numbers are no windows") {
  for (const char* text :
       {"", "15 minutes", "08:00-17:00", "1-2 engineers", "2026-01-02", "P1", "24/7", "10-20 %",
        "1-2 working days", "30-15 min", "+44 20 7946 0100", "On-call lead", "-", "over the phone",
        "first line", "inf-nan min", "infra 0-15 min", "1-800-555-0100",
        "99999999999999-99999999999999 min"}) {
    INFO(text);
    CHECK(read(text) == "none");
  }
}

TEST_CASE("a heading names a unit") {
  CHECK(find_time_unit("Minutes without progress") == 60);
  CHECK(find_time_unit("Time (h)") == 3600);
  CHECK(!find_time_unit("Who is called"));
}

TEST_CASE("a window says how much of the text it is") {
  CHECK(parse_time_window("15-30 min: lead")->size == 9);
  CHECK(parse_time_window("60+, then")->size == 3);
}

}  // namespace runbookc
