// When a document is due for review.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/date.h"
#include "config/project_config.h"
#include "corpus/metadata.h"

namespace runbookc {

enum class ReviewStatus : std::uint8_t {
  unknown,  // nothing says when it was or will be reviewed
  current,
  due_soon,  // within the project's window
  overdue,   // past due by more than a day (time zones differ)
};
std::string_view review_status_name(ReviewStatus status);  // "unknown", "current", "due-soon", …

struct Review {
  std::optional<Date> last_reviewed;
  std::optional<Interval> every;  // the document's, else the project's
  std::optional<Date> due;        // next_review, else last_reviewed + every
  ReviewStatus status = ReviewStatus::unknown;
  int days = 0;  // until due; negative once overdue; 0 if unknown
};

Review review_of(const Metadata& metadata, const ReviewConfig& config, Date today);

}  // namespace runbookc
