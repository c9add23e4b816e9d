#include "cli/clock.h"

#include <catch2/catch.hpp>

namespace runbookc {

TEST_CASE("today is the option, else the epoch, else the clock") {
  CHECK(format_date(*resolve_today("2026-09-01", "0")) == "2026-09-01");
  CHECK(format_date(*resolve_today(std::nullopt, "86399")) == "1970-01-01");
  CHECK(format_date(*resolve_today(std::nullopt, "86400")) == "1970-01-02");
  CHECK(*resolve_today(std::nullopt, std::nullopt) > *parse_date("2026-01-01"));
  CHECK(*resolve_today(std::nullopt, "") > *parse_date("2026-01-01"));
}

TEST_CASE("dates and epochs that are none are refused") {
  for (const char* date : {"", "today", "2026-13-01", "2026-02-30", "2026-09-01T10:00:00"}) {
    CAPTURE(date);
    CHECK_FALSE(resolve_today(date, std::nullopt).ok());
  }
  for (const char* epoch : {"-1", "1e9", "12 ", "999999999999999999999"}) {
    CAPTURE(epoch);
    CHECK_FALSE(resolve_today(std::nullopt, epoch).ok());
  }
}

}  // namespace runbookc
