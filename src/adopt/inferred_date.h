// A day from what a document says.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace runbookc {

struct InferredDate {
  std::optional<Date> day;
  std::string doubt;  // why there is none: "only a month: no day is invented"
};

// `text` is the date, or a date and a time, and says nothing else.
InferredDate infer_date(std::string_view text);

// "03/04/2026" and "03.04.2026", which are in March or in April.
bool has_two_meanings(std::string_view date);

}  // namespace runbookc
