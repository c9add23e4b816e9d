#include "cli/profile.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <string_view>

#include "cli/console.h"
#include "cli/session.h"

namespace runbookc {
namespace {

std::uint64_t nanoseconds_of(clockid_t clock) {
  constexpr std::uint64_t kSecond = 1'000'000'000;
  timespec time{};
  ::clock_gettime(clock, &time);
  return static_cast<std::uint64_t>(time.tv_sec) * kSecond +
         static_cast<std::uint64_t>(time.tv_nsec);
}

std::uint64_t of_this_thread() { return nanoseconds_of(CLOCK_THREAD_CPUTIME_ID); }

std::string row(std::string_view name, std::uint64_t nanoseconds, std::uint64_t all) {
  const auto time = static_cast<double>(nanoseconds);
  return fmt::format("{:<20}{:>12.1f}{:>9.1f} %\n", name, time / 1e6,
                     100 * time / static_cast<double>(std::max<std::uint64_t>(all, 1)));
}

}  // namespace

std::string profile_text(const StageClock& clock, std::uint64_t all) {
  std::string out = fmt::format("{:<20}{:>12}{:>11}\n", "processor's time", "ms", "share");
  std::uint64_t told = 0;
  for (std::size_t i = 0; i < kStages; ++i) {
    const auto stage = static_cast<Stage>(i);
    const std::uint64_t spent = clock.spent(stage);
    told += spent;
    if (spent > 0) out += row(stage_name(stage), spent, all);
  }
  out += row("the rest", all - std::min(told, all), all);
  return out + row("all", all, all);
}

Result<int> profiled(Session& session, const Arguments& arguments,
                     Result<int> (*command)(Session&, const Arguments&)) {
  if (!arguments.has(kProfileOption.names)) return command(session, arguments);
  StageClock clock(of_this_thread);
  count_stages(&clock);
  Result<int> exit_code = command(session, arguments);
  count_stages(nullptr);
  session.console.write_error(profile_text(clock, nanoseconds_of(CLOCK_PROCESS_CPUTIME_ID)));
  return exit_code;
}

}  // namespace runbookc
