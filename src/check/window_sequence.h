// Rows of a table, items of a list, lines of a drawing or headings that each name a stretch of
// time, in their order.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "check/context.h"
#include "check/time_window.h"

namespace runbookc {

struct WindowStep {
  std::optional<TimeWindow> window;  // in seconds; nothing if the row names none
  Span span;
  std::string text;       // of the window, as written
  std::string severity;   // that the row is for, in lower case
  bool labelled = false;  // something stands before the window: a role, a level
};

using WindowSequence = std::vector<WindowStep>;

// The sequences in a section and below: each table, list and code block on its own, and the
// section's own subsections. Only those most of whose rows name a window.
std::vector<WindowSequence> read_window_sequences(const PageContext& context, Index section);

}  // namespace runbookc
