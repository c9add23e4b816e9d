// What the rules about owners and reviews have in common.
#pragma once

#include "check/context.h"

namespace runbookc {

// Whether somebody must own the page and review it: it has a type that says what it is for. Plain
// pages need nobody, indexes follow from what they list, templates and drafts are not in use, and a
// page whose front matter cannot be read is reported for that.
bool needs_upkeep(const PageContext& context);

// Whether reviews of the page are still due: it is neither a draft nor deprecated.
bool is_in_use(const Page& page);

// `place`, or the front matter for a value that comes from the project's defaults.
Span place_or_front_matter(const Span& place, const Document& document);

// Where the date stands that the page's next review follows from.
Span review_place(const PageContext& context);

}  // namespace runbookc
