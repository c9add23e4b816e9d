#include "cli/interrupt.h"

#include <fmt/format.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <system_error>
#include <utility>

namespace runbookc {
namespace {

sigset_t ending_signals() {
  sigset_t signals;
  ::sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&signals, signal);
  return signals;
}

}  // namespace

Result<Interrupt> Interrupt::watch() {
  const sigset_t signals = ending_signals();
  int error = ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  const int descriptor = error == 0 ? ::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK) : -1;
  if (descriptor >= 0) return Interrupt(descriptor);
  if (error == 0) error = errno;
  return Error{fmt::format("cannot wait for Ctrl-C: {}", std::system_category().message(error)),
               ""};
}

Interrupt::Interrupt(Interrupt&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

Interrupt::~Interrupt() {
  if (descriptor_ < 0) return;
  // A signal that still waits would end the program now.
  signalfd_siginfo signal{};
  while (::read(descriptor_, &signal, sizeof signal) > 0) {
  }
  ::close(descriptor_);
  const sigset_t signals = ending_signals();
  ::pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

}  // namespace runbookc
