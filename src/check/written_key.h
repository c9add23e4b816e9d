// Keys of ours as the document, or the system that it is written for, spells them.
#pragma once

#include <string>
#include <string_view>

#include "check/context.h"

namespace runbookc {

// "last_reviewed_on" for "last_reviewed", where the front matter has it so, or would.
std::string written_key(const PageContext& context, std::string_view key);

}  // namespace runbookc
