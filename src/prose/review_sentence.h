// "This runbook should be reviewed quarterly": how often a document is read again, said in words.
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "model/document.h"
#include "source/source_file.h"

namespace runbookc {

struct ReviewSentence {
  Interval every;
  std::string text;  // the interval as written: "quarterly", "every 6 months"
  Span span;         // of the paragraph
};

// The first sentence that says so of the document itself (a runbook, this page …), where it speaks
// of itself (self_description). Nothing if two of them do not agree. Linear.
std::optional<ReviewSentence> find_review_sentence(const Document& document);

}  // namespace runbookc
