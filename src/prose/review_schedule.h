// A table that says what is done how often: "| Quarterly | Full runbook review |".
#pragma once

#include <optional>
#include <string>

#include "model/document.h"

namespace runbookc {

struct ScheduledReview {
  std::string interval;  // as written: "Quarterly"
  std::string action;    // "Full runbook review and validation"
  Span span;             // of the interval
};

// The row of a table under a heading such as "Review Schedule" whose interval reads as one and
// whose action is a whole review; nothing if several are. It may be about this document, or about
// all: that is for a person to say.
std::optional<ScheduledReview> find_scheduled_review(const Document& document);

}  // namespace runbookc
