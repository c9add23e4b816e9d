#include "cli/watchdog.h"

#include <fmt/format.h>
#include <pthread.h>

#include <csignal>
#include <exception>
#include <new>
#include <system_error>
#include <utility>

#include "report/safe_text.h"

namespace runbookc {
namespace {

constexpr std::chrono::milliseconds kBeat{250};

std::string_view doing(FileTask task) {
  switch (task) {
    case FileTask::parse:
      return "parsing";
    case FileTask::rules:
      return "checking";
    case FileTask::render:
      return "writing";
  }
  return "";
}

}  // namespace

Watchdog::Watchdog(TellNote tell, ThreadClock clock)
    : tell_(std::move(tell)), clock_(std::move(clock)) {}

Watchdog::~Watchdog() {
  {
    const std::scoped_lock lock(mutex_);
    done_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Watchdog::begin(FileTask task, std::string_view path) {
  std::call_once(started_, [this] { start(); });
  const auto self = ::pthread_self();
  const std::chrono::nanoseconds began = clock_(self);
  const std::scoped_lock lock(mutex_);
  at_work_[std::this_thread::get_id()] = {
      .task = task, .path = std::string(path), .thread = self, .began = began};
}

void Watchdog::end() {
  const std::scoped_lock lock(mutex_);
  const auto work = at_work_.find(std::this_thread::get_id());
  if (work == at_work_.end()) return;
  if (std::uncaught_exceptions() > 0) name_last_one(work->second);
  at_work_.erase(work);
}

void Watchdog::look() {
  const std::scoped_lock lock(mutex_);
  name_slow_ones();
}

// Signals are for the threads that wait for them (cli/interrupt.h), hence for none of ours.
void Watchdog::start() {
  sigset_t all;
  sigset_t before;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &before);
  try {
    thread_ = std::thread([this] { run(); });
  } catch (const std::system_error&) {
    thread_ = {};  // no more threads to be had: the work counts for more than its watch
  }
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

void Watchdog::run() {
  std::unique_lock lock(mutex_);
  while (!changed_.wait_for(lock, kBeat, [this] { return done_; })) name_slow_ones();
}

// A destructor calls this, in a run that may have no memory left to say so.
void Watchdog::name_last_one(const Work& work) const {
  try {
    tell_(fmt::format("the run ended while {} {}", doing(work.task), safe_path(work.path)));
  } catch (const std::bad_alloc&) {  // NOLINT(bugprone-empty-catch): the error is told all the same
  }
}

void Watchdog::name_slow_ones() {
  for (auto& [id, work] : at_work_) {
    if (work.named || clock_(work.thread) - work.began <= kPatience) continue;
    work.named = true;
    tell_(fmt::format("{} {} takes more than {} seconds of processor time", doing(work.task),
                      safe_path(work.path), kPatience.count()));
  }
}

}  // namespace runbookc
