// `--profile`: where the processor's time of a command went, for those who make runbookc faster.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "base/stage_clock.h"
#include "cli/command_table.h"

namespace runbookc {

inline constexpr OptionSpec kProfileOption = {
    "--profile", "", "print the processor's time by stage to standard error"};

// Runs a command; with --profile it tells afterwards, on standard error, what each stage took.
Result<int> profiled(Session& session, const Arguments& arguments,
                     Result<int> (*command)(Session&, const Arguments&));

// The table: the stages that took any time, the rest of `all` nanoseconds, and the whole.
std::string profile_text(const StageClock& clock, std::uint64_t all);

}  // namespace runbookc
