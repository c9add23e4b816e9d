#include "cli/console.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <system_error>

#include "report/safe_text.h"

namespace runbookc {
namespace {

constexpr std::size_t kBufferSize = 65'536;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets any
  return value == nullptr ? std::string_view() : std::string_view(value);
}

// 0, or the errno that stopped it.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno == EAGAIN) {
      pollfd wait{.fd = descriptor, .events = POLLOUT, .revents = 0};
      ::poll(&wait, 1, -1);
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

std::string place_text(const FilePlace& place) {
  return fmt::format("{}:{}:{}", safe_path(place.path), place.line, place.column);
}

}  // namespace

bool use_color(ColorChoice choice, const ColorEnvironment& environment, bool is_terminal) {
  if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
  if (environment.no_color) return false;
  if (environment.clicolor_force) return true;
  return is_terminal && !environment.dumb_terminal;
}

Console::Console() {
  for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
    if (::fcntl(descriptor, F_GETFD) != -1) continue;
    // The lowest free number is taken: this one.
    if (::open("/dev/null", descriptor == STDIN_FILENO ? O_RDONLY : O_WRONLY) != descriptor) break;
  }
  std::signal(SIGPIPE, SIG_IGN);  // NOLINT(cert-err33-c): SIGPIPE can always be ignored
  std::signal(SIGXFSZ, SIG_IGN);  // NOLINT(cert-err33-c): a size limit is then an error of write()
}

void Console::configure(ColorChoice color, bool quiet) {
  const std::string_view force = environment("CLICOLOR_FORCE");
  const ColorEnvironment wishes{.no_color = !environment("NO_COLOR").empty(),
                                .clicolor_force = !force.empty() && force != "0",
                                .dumb_terminal = environment("TERM") == "dumb"};
  color_ = use_color(color, wishes, ::isatty(STDOUT_FILENO) == 1);
  error_color_ = use_color(color, wishes, ::isatty(STDERR_FILENO) == 1);
  quiet_ = quiet;
}

void Console::print(std::string_view bytes) {
  if (closed_) return;
  buffer_ += bytes;
  if (buffer_.size() >= kBufferSize) flush();
}

void Console::flush() {
  if (closed_ || buffer_.empty()) return;
  failure_ = write_all(STDOUT_FILENO, buffer_);
  closed_ = failure_ != 0;
  buffer_.clear();
}

void Console::note(std::string_view message) {
  if (!quiet_) write_error(fmt::format("{}\n", message));
}

void Console::report(const Error& error) {
  const auto paint = [this](std::string_view code, std::string_view text) {
    return error_color_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
  };
  std::string out;
  const auto tell = [&](const Error& fault) {
    if (fault.place) out += paint("1", place_text(*fault.place)) + ": ";
    out += fmt::format("{} {}\n", paint("1;31", "error:"), safe_text(fault.message));
    if (fault.help.empty()) return;
    out += fmt::format("{} {}\n", paint("1", "  help:"), safe_text(fault.help));
  };
  tell(error);
  std::ranges::for_each(error.others, tell);
  write_error(out);
}

void Console::write_error(std::string_view bytes) {
  flush();  // so that both streams keep their order where they share a terminal
  write_all(STDERR_FILENO, bytes);
}

Status Console::finish() {
  flush();
  if (failure_ == 0 || failure_ == EPIPE) return Done{};
  return Error{"cannot write to standard output: " + std::system_category().message(failure_), ""};
}

bool Console::prints_to_terminal() { return ::isatty(STDOUT_FILENO) == 1; }

bool Console::shows_progress() const { return !quiet_ && ::isatty(STDERR_FILENO) == 1; }

}  // namespace runbookc
