// Front matter that still says TODO, as `new` writes it.
#pragma once

#include <string>
#include <string_view>

#include "check/context.h"
#include "check/rule.h"

namespace runbookc {

// Whether a value stands for one: `TODO` or `TBD`, alone or before a colon. Capitals only: a team
// may be called "todo".
bool is_unfilled(std::string_view value);

// The finding about the value of the field `key` at `place`; its help says what the field is for,
// as the schema of the document's type describes it.
Finding unfilled_field(const PageContext& context, std::string_view key, const Span& place);

}  // namespace runbookc
