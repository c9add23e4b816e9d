#include "corpus/review.h"

#include <catch2/catch.hpp>

namespace runbookc::test {
namespace {

Date day(std::string_view text) { return *parse_date(text); }

Metadata reviewed(std::string_view last, Interval every) {
  Metadata metadata;
  metadata.last_reviewed = Located<Date>{day(last), {}};
  metadata.review_every = Located<Interval>{every, {}};
  return metadata;
}

constexpr Interval kNinetyDays{.months = 0, .days = 90};

}  // namespace

TEST_CASE("a document without dates has no status") {
  const Review review = review_of(Metadata{}, ReviewConfig{}, day("2026-06-01"));
  CHECK(review.status == ReviewStatus::unknown);
  CHECK(!review.due);
  CHECK(review.days == 0);
}

TEST_CASE("a review falls due an interval after the last one") {
  const Review review =
      review_of(reviewed("2026-01-01", kNinetyDays), ReviewConfig{}, day("2026-02-01"));
  CHECK(review.due == day("2026-04-01"));
  CHECK(review.status == ReviewStatus::current);
  CHECK(review.days == 59);
}

TEST_CASE("months are calendar months") {
  const Review review = review_of(reviewed("2026-08-31", {.months = 6, .days = 0}), ReviewConfig{},
                                  day("2026-09-01"));
  CHECK(review.due == day("2027-02-28"));
}

TEST_CASE("the project's interval stands in for the document's") {
  ReviewConfig config;
  config.default_interval = Interval{.months = 0, .days = 30};
  Metadata metadata;
  metadata.last_reviewed = Located<Date>{day("2026-05-20"), {}};
  CHECK(review_of(metadata, config, day("2026-06-01")).due == day("2026-06-19"));
  metadata.review_every = Located<Interval>{kNinetyDays, {}};
  CHECK(review_of(metadata, config, day("2026-06-01")).due == day("2026-08-18"));
}

TEST_CASE("next_review wins over the interval") {
  Metadata metadata = reviewed("2026-01-01", kNinetyDays);
  metadata.next_review = Located<Date>{day("2026-12-01"), {}};
  CHECK(review_of(metadata, ReviewConfig{}, day("2026-06-01")).due == day("2026-12-01"));
}

TEST_CASE("a day late is not yet overdue, two days are") {
  const Metadata metadata = reviewed("2026-03-03", kNinetyDays);  // due 2026-06-01
  const auto at = [&](std::string_view today) {
    return review_of(metadata, ReviewConfig{}, day(today));
  };
  CHECK(at("2026-06-01").status == ReviewStatus::due_soon);
  CHECK(at("2026-06-01").days == 0);
  CHECK(at("2026-06-02").status == ReviewStatus::due_soon);
  CHECK(at("2026-06-02").days == 0);
  CHECK(at("2026-06-03").status == ReviewStatus::overdue);
  CHECK(at("2026-06-03").days == -2);
}

TEST_CASE("due soon begins on the first day of the window") {
  const Metadata metadata = reviewed("2026-03-03", kNinetyDays);  // due 2026-06-01
  const auto at = [&](std::string_view today) {
    return review_of(metadata, ReviewConfig{}, day(today)).status;
  };
  CHECK(at("2026-05-17") == ReviewStatus::current);
  CHECK(at("2026-05-18") == ReviewStatus::due_soon);
}

TEST_CASE("a last review without an interval leaves the status unknown") {
  Metadata metadata;
  metadata.last_reviewed = Located<Date>{day("2026-05-20"), {}};
  const Review review = review_of(metadata, ReviewConfig{}, day("2026-06-01"));
  CHECK(review.status == ReviewStatus::unknown);
  CHECK(review.last_reviewed == day("2026-05-20"));
}

TEST_CASE("every review status has a name") {
  CHECK(review_status_name(ReviewStatus::unknown) == "unknown");
  CHECK(review_status_name(ReviewStatus::current) == "current");
  CHECK(review_status_name(ReviewStatus::due_soon) == "due-soon");
  CHECK(review_status_name(ReviewStatus::overdue) == "overdue");
}

}  // namespace runbookc::test
