// Who is told which file a thread is at, so that one that takes long can be named while it does.
#pragma once

#include <cstdint>
#include <string_view>

namespace runbookc {

enum class FileTask : std::uint8_t { parse, rules, render };

// Thread-safe. What it does changes nothing of what a task makes.
class FileObserver {
 public:
  FileObserver() = default;
  FileObserver(const FileObserver&) = delete;
  FileObserver& operator=(const FileObserver&) = delete;
  virtual ~FileObserver() = default;
  // Both on the thread that does the work, one file at a time.
  virtual void begin(FileTask task, std::string_view path) = 0;
  virtual void end() = 0;
};

// Work on one file, as long as it lives. `observer` may be null.
class FileScope {
 public:
  FileScope(FileObserver* observer, FileTask task, std::string_view path) : observer_(observer) {
    if (observer_ != nullptr) observer_->begin(task, path);
  }
  FileScope(const FileScope&) = delete;
  FileScope& operator=(const FileScope&) = delete;
  ~FileScope() {
    if (observer_ != nullptr) observer_->end();
  }

 private:
  FileObserver* observer_;
};

}  // namespace runbookc
