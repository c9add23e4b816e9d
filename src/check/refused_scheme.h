// Links whose scheme the site refuses: their readers get no link.
#pragma once

#include <optional>

#include "check/rule.h"

namespace runbookc {

// What to say of the link, if it is one; nothing of `<host:port>`, whose text is its address.
std::optional<Finding> refused_scheme(const Link& link);

}  // namespace runbookc
