// Where a finding about a whole document is shown.
#pragma once

#include "check/context.h"

namespace runbookc {

// Before the first character: for what should stand there.
inline constexpr Span kFileStart = {.start = {1, 1}, .end = {1, 1}};

// The title heading, else where the front matter names the type or the title, else the front
// matter, else the start of the file.
Span title_place(const PageContext& context);

// The opening `---` of the front matter, else the start of the file: for a key that is missing.
Span front_matter_place(const Document& document);

// Behind the last character of the line of `place`.
Position end_of_line(const SourceFile& source, Position place);

// Nothing of the document's body could be read, or there is none: that is reported by its own
// rule, and what else is missing follows from it.
bool is_unread(const Document& document);

// A fence that is never closed, or by another's opening only, made code of the rest of the page, so
// that sections which are there do not show: RB007 says so. A fence that ended with its list item
// took none.
bool is_rest_swallowed(const Document& document);

}  // namespace runbookc
