// Runs the real program, or another one, without a shell.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace runbookc {

struct ProcessOptions {
  std::string program;          // another than runbookc, looked up in PATH
  std::string directory = "/";  // to start in
  // Added to a small fixed environment, in which today is 2026-11-21 (SOURCE_DATE_EPOCH).
  std::vector<std::pair<std::string, std::string>> environment;
  std::string stdin_file = "/dev/null";
  std::string stdout_file;                       // opened for writing in place of a pipe
  bool close_stdout = false;                     // the reader is gone before the program starts
  std::optional<std::uint64_t> file_size_limit;  // RLIMIT_FSIZE: a full disk for writers
};

struct ProcessResult {
  int exit_code = -1;  // -1: ended by a signal, or killed after a minute
  std::string out;
  std::string err;
};

// `arguments` without the program's name.
ProcessResult run_tool(const std::vector<std::string>& arguments,
                       const ProcessOptions& options = {});
// The same, started in `directory`.
ProcessResult run_in(const std::string& directory, const std::vector<std::string>& arguments);

// How a program that was started and left to itself has ended.
struct ProcessEnd {
  int exit_code = -1;  // -1: by a signal
  int signal = 0;      // the one that ended it, or 0
  std::string out;
  std::string err;
};

// runbookc while it runs. What it prints is read in the end: let it be little.
class RunningTool {
 public:
  explicit RunningTool(const std::vector<std::string>& arguments,
                       const ProcessOptions& options = {});
  ~RunningTool();  // kills it
  RunningTool(const RunningTool&) = delete;
  RunningTool& operator=(const RunningTool&) = delete;

  void send(int signal) const;
  ProcessEnd wait();

 private:
  struct Pipes;
  std::unique_ptr<Pipes> pipes_;
  pid_t child_ = -1;
};

inline bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}
inline std::size_t count_in(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

}  // namespace runbookc
