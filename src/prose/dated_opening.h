// A line that begins with the day of an edit or a review, without a colon: "_Last updated
// 2026-03-04_", "Last reviewed on 4 March 2026 by Jane".
#pragma once

#include <optional>
#include <string_view>

namespace runbookc {

struct DatedOpening {
  std::string_view label;  // "Last updated"
  // The date, as views into the line; all that follows the label if it says more than a date and
  // who it was, or if it begins with a digit and is no date that can be read.
  std::string_view value;
  bool is_whole = false;  // all of the line is in emphasis
};

// Nothing where no date follows the words directly. `line` has no list or quote marks before it.
std::optional<DatedOpening> read_dated_opening(std::string_view line);

}  // namespace runbookc
