// Names the file that takes long while it does, and the one that an exception comes out of: a run
// that ends early has said why.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>

#include "base/file_observer.h"

namespace runbookc {

class Watchdog final : public FileObserver {
 public:
  // The time of the processor that a thread took so far. Called from any thread.
  using ThreadClock = std::function<std::chrono::nanoseconds(std::thread::native_handle_type)>;
  // Takes a note, without a line's end. Called by one thread at a time, and never while no task is
  // at work.
  using TellNote = std::function<void(const std::string&)>;

  // What one file may take in one task.
  static constexpr std::chrono::seconds kPatience{2};

  Watchdog(TellNote tell, ThreadClock clock);
  ~Watchdog() override;

  void begin(FileTask task, std::string_view path) override;
  void end() override;

  // Names what takes longer than kPatience, each file once a task. A thread of its own calls it,
  // which starts with the first file; tests call it themselves.
  void look();

 private:
  struct Work {
    FileTask task = FileTask::parse;
    std::string path;
    std::thread::native_handle_type thread{};
    std::chrono::nanoseconds began{};
    bool named = false;
  };

  void start();
  void run();
  // With the lock.
  void name_slow_ones();
  void name_last_one(const Work& work) const;

  TellNote tell_;
  ThreadClock clock_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::thread::id, Work> at_work_;
  bool done_ = false;
  std::once_flag started_;
  std::thread thread_;
};

}  // namespace runbookc
