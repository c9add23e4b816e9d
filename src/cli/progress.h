// A line on the terminal that says what goes on, for work that takes over half a second.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace runbookc {

class Progress {
 public:
  // Without `shown` it does nothing. `stage` as in "checking".
  Progress(bool shown, std::string_view stage);
  ~Progress();  // removes the line
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void enter(std::string_view stage);

 private:
  void run();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::string stage_;
  bool done_ = false;
  std::thread thread_;
};

}  // namespace runbookc
