#include "cli/clock.h"

#include <fmt/format.h>
#include <pthread.h>

#include <charconv>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <system_error>

#include "report/safe_text.h"

namespace runbookc {
namespace {

constexpr std::int64_t kLastSecond = 253402300799;  // 9999-12-31T23:59:59Z

Result<Date> date_of_epoch(const std::string& text) {
  std::int64_t seconds = 0;
  const char* end = text.data() + text.size();
  const auto [stop, problem] = std::from_chars(text.data(), end, seconds);
  if (problem != std::errc() || stop != end || seconds < 0 || seconds > kLastSecond) {
    return Error{fmt::format("SOURCE_DATE_EPOCH is '{}', not a number of seconds since 1970",
                             safe_text(text)),
                 "unset it, or set it as in `SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)`"};
  }
  return std::chrono::floor<std::chrono::days>(
      std::chrono::sys_seconds(std::chrono::seconds(seconds)));
}

}  // namespace

Result<Date> resolve_today(const std::optional<std::string>& option,
                           const std::optional<std::string>& source_date_epoch) {
  constexpr std::size_t kDateLength = 10;
  if (option) {
    const auto date = parse_date(*option);
    if (date && option->size() == kDateLength) return *date;
    return Error{fmt::format("'{}' is not a date for --today", safe_text(*option)),
                 "write it as in --today 2026-09-01"};
  }
  if (source_date_epoch && !source_date_epoch->empty()) return date_of_epoch(*source_date_epoch);
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

std::int64_t seconds_now() {
  const auto now = std::chrono::system_clock::now();
  return std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
}

std::chrono::nanoseconds processor_time(std::thread::native_handle_type thread) {
  clockid_t clock{};
  timespec time{};
  const bool known =
      ::pthread_getcpuclockid(thread, &clock) == 0 && ::clock_gettime(clock, &time) == 0;
  return known ? std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec)
               : std::chrono::nanoseconds{};
}

}  // namespace runbookc
