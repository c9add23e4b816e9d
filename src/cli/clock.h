// The one place where the clock is read.
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/result.h"

namespace runbookc {

// The date that a run takes for today (UTC): `option` (--today) if given, else
// `source_date_epoch` (seconds since 1970, https://reproducible-builds.org/specs/source-date-epoch)
// if given and not empty, else the clock's.
Result<Date> resolve_today(const std::optional<std::string>& option,
                           const std::optional<std::string>& source_date_epoch);

}  // namespace runbookc
