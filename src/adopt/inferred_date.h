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

// `text` begins with the date, and says nothing else but a remark in brackets or after a comma.
InferredDate infer_date(std::string_view text);

}  // namespace runbookc
