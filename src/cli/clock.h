// The one place where the clock is read.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <thread>

#include "base/date.h"
#include "base/result.h"

namespace runbookc {

// The date that a run takes for today (UTC): `option` (--today) if given, else
// `source_date_epoch` (seconds since 1970, https://reproducible-builds.org/specs/source-date-epoch)
// if given and not empty, else the clock's.
Result<Date> resolve_today(const std::optional<std::string>& option,
                           const std::optional<std::string>& source_date_epoch);

// Seconds since 1970, whatever day the run takes for today.
std::int64_t seconds_now();

// The time of the processor that a thread of ours, which still runs, took so far; none if the
// system does not tell.
std::chrono::nanoseconds processor_time(std::thread::native_handle_type thread);

}  // namespace runbookc
