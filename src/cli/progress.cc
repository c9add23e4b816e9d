#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <chrono>

namespace runbookc {
namespace {

constexpr std::chrono::milliseconds kPatience{500};
constexpr std::chrono::milliseconds kBeat{100};
constexpr std::string_view kEraseLine = "\r\x1b[K";

void show(std::string_view text) {
  // A progress line that cannot be written is no loss.
  [[maybe_unused]] const ssize_t count = ::write(STDERR_FILENO, text.data(), text.size());
}

}  // namespace

Progress::Progress(bool shown, std::string_view stage) : stage_(stage) {
  if (shown) thread_ = std::thread([this] { run(); });
}

Progress::~Progress() {
  {
    const std::scoped_lock lock(mutex_);
    done_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Progress::enter(std::string_view stage) {
  const std::scoped_lock lock(mutex_);
  stage_ = stage;
}

void Progress::run() {
  static constexpr std::array<std::string_view, 4> kFrames = {"|", "/", "-", "\\"};
  std::unique_lock lock(mutex_);
  if (changed_.wait_for(lock, kPatience, [this] { return done_; })) return;
  for (std::size_t beat = 0; !done_; ++beat) {
    show(fmt::format("{}{} {} …", kEraseLine, kFrames[beat % kFrames.size()], stage_));
    changed_.wait_for(lock, kBeat, [this] { return done_; });
  }
  show(kEraseLine);
}

}  // namespace runbookc
