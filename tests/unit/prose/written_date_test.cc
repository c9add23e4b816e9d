#include "prose/written_date.h"

#include <catch2/catch.hpp>
#include <string>

namespace runbookc {
namespace {

// "2026-09-01", "2026-09", "none"
std::string read(std::string_view text) {
  const auto date = parse_written_date(text);
  if (!date) {
    return "none";
  }
  const std::string day = format_date(date->first_day());
  return date->is_exact() ? day : day.substr(0, 7);
}

}  // namespace

TEST_CASE("dates are read in the forms that people use") {
  for (const char* text : {"2026-09-01", "2026/9/1", "1 September 2026", "1st Sep, 2026",
                           "September 1, 2026", "Sept. 1st 2026", "01-Sep-2026", "01.09.2026",
                           "2026-09-01T10:00", "2026-09-01 (draft)", "2026-Sep-01"}) {
    INFO(text);
    CHECK(read(text) == "2026-09-01");
  }
  CHECK(read("13/09/2026") == "2026-09-13");
  CHECK(read("09/13/2026") == "2026-09-13");
}

TEST_CASE("a month is a date without a day") {
  for (const char* text : {"2025-12", "2025/12", "December 2025", "Dec 2025", "dec-2025"}) {
    INFO(text);
    CHECK(read(text) == "2025-12");
  }
}

TEST_CASE("what has two meanings or none is no date") {
  for (const char* text : {"", "04/05/2026", "2026-13-01", "2026-02-30", "2026", "1.2", "1.2.3",
                           "v1.2", "TBD", "maybe 2026", "31 September 2026", "2026.1", "Dec",
                           "12-2025", "0 May 2026", "10 of 2026"}) {
    INFO(text);
    CHECK(read(text) == "none");
  }
}

TEST_CASE("a month holds its days") {
  const auto date = [](std::string_view text) { return *parse_written_date(text); };
  CHECK(compare(date("2025-12"), date("2025-12-22")) == 0);
  CHECK(compare(date("2025-11"), date("2025-12-22")) < 0);
  CHECK(compare(date("2025-12-23"), date("2025-12-22")) > 0);
  CHECK(date("22 Dec 2025: text").size == 11);
}

}  // namespace runbookc
