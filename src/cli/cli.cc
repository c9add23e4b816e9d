#include "cli/cli.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <new>
#include <optional>
#include <string>
#include <system_error>

#include "cli/arguments.h"
#include "cli/cache_folder.h"
#include "cli/clock.h"
#include "cli/command_table.h"
#include "cli/console.h"
#include "cli/file_writer.h"
#include "cli/session.h"
#include "cli/watchdog.h"

namespace runbookc {
namespace {

constexpr unsigned kMostThreads = 1024;

std::optional<std::string> environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets any
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

Result<ColorChoice> read_color(const Arguments& arguments) {
  const std::string when = arguments.last("--color", "auto");
  if (when == "auto") return ColorChoice::automatic;
  if (when == "always") return ColorChoice::always;
  if (when == "never") return ColorChoice::never;
  return Error{fmt::format("'{}' is no value for --color", when),
               "it is one of auto, always, never"};
}

Result<unsigned> read_threads(const Arguments& arguments) {
  if (!arguments.has("--jobs")) return 0U;
  const std::string text = arguments.last("--jobs");
  unsigned threads = 0;
  const char* end = text.data() + text.size();
  const auto [stop, problem] = std::from_chars(text.data(), end, threads);
  if (problem == std::errc() && stop == end && threads > 0 && threads <= kMostThreads) {
    return threads;
  }
  return Error{fmt::format("'{}' is no number of threads for -j", text),
               fmt::format("it is a whole number from 1 to {}", kMostThreads)};
}

Status enter_directory(const Arguments& arguments) {
  if (!arguments.has("-C")) return Done{};
  const std::string folder = arguments.last("-C");
  if (::chdir(folder.c_str()) == 0) return Done{};
  return Error{fmt::format("cannot start in '{}': {}", folder, system_message(errno)), ""};
}

std::string working_directory() {
  std::error_code problem;
  return std::filesystem::current_path(problem).string();
}

// The line that shows progress makes room.
Watchdog::TellNote note_of_slow_file(Console& console) {
  return [&console](const std::string& note) {
    if (console.shows_progress()) console.write_error("\r\x1b[K");
    console.note(note);
  };
}

// "" with --no-cache, or where there is none.
std::string cache_folder(const Arguments& arguments) {
  if (arguments.has("--no-cache")) return "";
  const std::string folder = choose_cache_folder(
      environment("RUNBOOKC_CACHE_DIR"), environment("XDG_CACHE_HOME"), environment("HOME"));
  std::error_code problem;
  return folder.empty() ? "" : std::filesystem::absolute(folder, problem).string();
}

Result<int> run_command(Console& console, const CommandLine& line) {
  const Arguments& arguments = line.arguments;
  const auto color = read_color(arguments);
  if (!color) return color.error();
  console.configure(*color, arguments.has("--quiet"));
  const auto threads = read_threads(arguments);
  if (!threads) return threads.error();
  const auto asked =
      arguments.has("--today") ? std::optional(arguments.last("--today")) : std::nullopt;
  const auto today = resolve_today(asked, environment("SOURCE_DATE_EPOCH"));
  if (!today) return today.error();
  const std::string started_in = working_directory();
  const std::string cache = cache_folder(arguments);
  const Status entered = enter_directory(arguments);
  if (!entered) return entered.error();
  Watchdog watchdog(note_of_slow_file(console), processor_time);
  Session session{.console = console,
                  .config_file = arguments.last("--config"),
                  .started_in = started_in,
                  .today = *today,
                  .today_is_fixed = asked || !environment("SOURCE_DATE_EPOCH").value_or("").empty(),
                  .threads = *threads,
                  .quiet = arguments.has("--quiet"),
                  .verbose = arguments.has("--verbose"),
                  .observer = &watchdog,
                  .cache_folder = cache};
  return line.command->run(session, arguments);
}

Result<int> run_line(Console& console, int argc, const char* const* argv) {
  const auto parsed = parse_arguments(argc, argv);
  if (!parsed) return parsed.error();
  if (const auto* information = std::get_if<Information>(&*parsed)) {
    if (information->exit_code == kExitFine) {
      console.print(information->text);
    } else {
      console.write_error(information->text);
    }
    return information->exit_code;
  }
  return run_command(console, get<CommandLine>(*parsed));
}

// Whatever is thrown unwinds what is half done, and is told as an error.
Result<int> run_to_an_end(Console& console, int argc, const char* const* argv) {
  try {
    return run_line(console, argc, argv);
  } catch (const std::bad_alloc&) {
    return Error{"there is not enough memory",
                 "allow more of it, or lower the 'limits' in runbookc.yaml (docs/limits.md)"};
  } catch (const std::exception& fault) {
    return Error{fmt::format("internal error: {}", fault.what()),
                 "this is a fault of runbookc: please report it, with the document if one alone "
                 "shows it (runbookc check PATH)"};
  }
}

}  // namespace

namespace {

// A descriptor that the caller closed would be given to the next file that is opened, and the
// report would go into it. Read-only, so that printing to it is an error.
void occupy_standard_streams() {
  int descriptor = 0;
  do {
    descriptor = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  } while (descriptor >= 0 && descriptor <= STDERR_FILENO);
  if (descriptor >= 0) ::close(descriptor);
}

}  // namespace

int run_cli(int argc, const char* const* argv) {
  occupy_standard_streams();
  Console console;
  console.configure(ColorChoice::automatic, false);
  Result<int> exit_code = run_to_an_end(console, argc, argv);
  const Status printed = console.finish();
  if (!printed) console.report(printed.error());
  if (!exit_code) console.report(exit_code.error());
  return printed && exit_code ? *exit_code : kExitFailed;
}

}  // namespace runbookc
