#include "base/date.h"

#include <catch2/catch.hpp>

using namespace runbookc;

namespace {

Date date(const char* text) { return parse_date(text).value(); }

}  // namespace

TEST_CASE("a date is a full calendar date that exists") {
  CHECK(format_date(date("2026-09-01")) == "2026-09-01");
  CHECK(format_date(date("2024-02-29")) == "2024-02-29");
  CHECK(format_date(date("0001-01-01")) == "0001-01-01");
  const auto* text = GENERATE("2026-02-30", "2023-02-29", "2026-13-01", "2026-00-10", "2026-9-1",
                              "26-09-01", "2026/09/01", "2026-09", "", "2026-09-01x", " 2026-09-01",
                              "-026-09-01", "2026-09-01T", "2026-09-01T25:00", "2026-09-01T10",
                              "2026-09-01 10:61", "2026-09-01T10:00+2", "2026-09-01T10:00Zx");
  CAPTURE(text);
  CHECK_FALSE(parse_date(text));
}

TEST_CASE("a time after the date is checked and dropped") {
  const auto* text = GENERATE("2026-09-01T10:00", "2026-09-01t10:00:30Z", "2026-09-01 10:00:30.125",
                              "2026-09-01T10:00:30+02:00", "2026-09-01 10:00:30 -0530",
                              "2026-09-01T10:00:30+02", "2026-09-01T24:00:00Z");
  CAPTURE(text);
  CHECK(parse_date(text) == date("2026-09-01"));
}

TEST_CASE("a long date reads as a person writes it") {
  CHECK(format_date_long(date("2026-09-01")) == "1 September 2026");
  CHECK(format_date_long(date("2026-12-31")) == "31 December 2026");
}

TEST_CASE("intervals are read in words, units and ISO 8601") {
  struct Case {
    const char* text;
    Interval interval;
  };
  const auto [text, interval] = GENERATE(values<Case>({
      {"90", {0, 90}},
      {"90d", {0, 90}},
      {"90 days", {0, 90}},
      {"1 day", {0, 1}},
      {"12 weeks", {0, 84}},
      {"2w", {0, 14}},
      {"3 months", {3, 0}},
      {"1 year", {12, 0}},
      {"2y", {24, 0}},
      {"P90D", {0, 90}},
      {"P3M", {3, 0}},
      {"P1Y", {12, 0}},
      {"P2W", {0, 14}},
      {"P1Y6M", {18, 0}},
      {"weekly", {0, 7}},
      {"fortnightly", {0, 14}},
      {"Monthly", {1, 0}},
      {"quarterly", {3, 0}},
      {"half-yearly", {6, 0}},
      {"semi-annually", {6, 0}},
      {"annually", {12, 0}},
      {"yearly", {12, 0}},
      {"every 6 months", {6, 0}},
      {" Every 90 days ", {0, 90}},
      {"every month", {1, 0}},
      {"every week", {0, 7}},
      {"100 years", {1200, 0}},
  }));
  CAPTURE(text);
  CHECK(parse_interval(text) == interval);
}

TEST_CASE("what is no interval is none") {
  const auto* text = GENERATE("", "soon", "0", "0 days", "-3 days", "101 years", "36526", "P",
                              "PT3H", "P1D1Y", "P1", "9999999999999999999 days", "3 fortnights",
                              "days", "every", "every 0 days", "1.5 months", "P0D", "month");
  CAPTURE(text);
  CHECK_FALSE(parse_interval(text));
}

TEST_CASE("a month after the last of a month is the last of the next") {
  CHECK(format_date(add(date("2026-01-31"), {1, 0})) == "2026-02-28");
  CHECK(format_date(add(date("2024-01-31"), {1, 0})) == "2024-02-29");
  CHECK(format_date(add(date("2024-02-29"), {12, 0})) == "2025-02-28");
  CHECK(format_date(add(date("2026-11-15"), {3, 2})) == "2027-02-17");
  CHECK(format_date(add(date("2026-12-31"), {0, 1})) == "2027-01-01");
}

TEST_CASE("intervals compare by approximate days and print in their own units") {
  CHECK(approximate_days({0, 90}) == 90);
  CHECK(approximate_days({3, 0}) == 91);
  CHECK(approximate_days({12, 0}) == 365);
  CHECK(format_interval({0, 90}) == "90 days");
  CHECK(format_interval({3, 0}) == "3 months");
  CHECK(format_interval({12, 0}) == "1 year");
  CHECK(format_interval({18, 1}) == "18 months 1 day");
}
