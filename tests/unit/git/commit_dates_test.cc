#include "git/commit_dates.h"

#include <catch2/catch.hpp>

namespace runbookc::test {
namespace {

using namespace std::string_literals;

// 2026-11-25 and 2026-11-20, in seconds.
const std::string kLater = "1795600000";
const std::string kEarlier = "1795180000";

}  // namespace

TEST_CASE("the newest commit of each file counts, whatever their order") {
  const std::string output = "\0h1 "s + kEarlier + " p1\0\na.md\0b c.md\0"s + "\0h2 "s + kLater +
                             " p2 p3\0\na.md\0"s + "\0h3 "s + kEarlier + " \0\n\na.md\0d.md\0"s;
  const CommitDates dates = read_commit_dates(output, false, {});
  REQUIRE(dates.last.size() == 4);
  CHECK(format_date(dates.last.at("a.md")) == "2026-11-25");
  CHECK(format_date(dates.last.at("b c.md")) == "2026-11-20");
  CHECK(format_date(dates.last.at("\na.md")) == "2026-11-20");
  CHECK_FALSE(dates.cut_off);
}

TEST_CASE("where a shallow clone was cut off nothing is known") {
  const std::string output =
      "\0h1 "s + kLater + " p1\0\na.md\0"s + "\0h2 "s + kLater + " \0\nb.md\0"s;
  const CommitDates dates = read_commit_dates(output, true, {});
  CHECK(dates.last.contains("a.md"));
  CHECK_FALSE(dates.last.contains("b.md"));
  CHECK(dates.cut_off);
}

TEST_CASE("a commit that is left out for a file counts for its others") {
  const std::string output =
      "\0new "s + kLater + " p\0\na.md\0b.md\0"s + "\0old "s + kEarlier + " p\0\na.md\0"s;
  const std::set<CommitFile> without = read_commit_files("\0new "s + kLater + " p\0\na.md\0"s);
  CHECK(without == std::set<CommitFile>{{"new", "a.md"}});
  const CommitDates dates = read_commit_dates(output, false, without);
  CHECK(format_date(dates.last.at("a.md")) == "2026-11-20");
  CHECK(format_date(dates.last.at("b.md")) == "2026-11-25");
}

TEST_CASE("output that is none is no dates") {
  CHECK(read_commit_dates("", false, {}).last.empty());
  CHECK(read_commit_dates("\0nonsense\0\na.md\0"s, false, {}).last.empty());
}

}  // namespace runbookc::test
