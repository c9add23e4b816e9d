#include "corpus/review.h"

namespace runbookc {
namespace {

// Writers and gates live in different time zones: what is due "today" somewhere is not late.
constexpr std::chrono::days kGrace{1};

ReviewStatus status_at(Date due, Interval window, Date today) {
  if (today > due + kGrace) return ReviewStatus::overdue;
  return add(today, window) >= due ? ReviewStatus::due_soon : ReviewStatus::current;
}

}  // namespace

std::string_view review_status_name(ReviewStatus status) {
  switch (status) {
    case ReviewStatus::unknown:
      return "unknown";
    case ReviewStatus::current:
      return "current";
    case ReviewStatus::due_soon:
      return "due-soon";
    case ReviewStatus::overdue:
      return "overdue";
  }
  return "unknown";
}

Review review_of(const Metadata& metadata, const ReviewConfig& config, Date today) {
  Review review;
  if (metadata.last_reviewed) review.last_reviewed = metadata.last_reviewed->value;
  review.every = config.default_interval;
  if (metadata.review_every) review.every = metadata.review_every->value;
  if (metadata.next_review) {
    review.due = metadata.next_review->value;
  } else if (review.last_reviewed && review.every) {
    review.due = add(*review.last_reviewed, *review.every);
  }
  if (!review.due) return review;
  review.status = status_at(*review.due, config.due_soon, today);
  review.days = static_cast<int>((*review.due - today).count());
  if (review.status != ReviewStatus::overdue && review.days < 0) review.days = 0;
  return review;
}

}  // namespace runbookc
