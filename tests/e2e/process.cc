#include "e2e/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <chrono>

namespace runbookc {
namespace {

constexpr auto kPatience = std::chrono::seconds(60);

struct Pipe {
  int read_end = -1;
  int write_end = -1;

  Pipe() {
    std::array<int, 2> ends{};
    REQUIRE(pipe2(ends.data(), O_CLOEXEC) == 0);
    read_end = ends[0];
    write_end = ends[1];
  }
  ~Pipe() {
    close_end(read_end);
    close_end(write_end);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  static void close_end(int& end) {
    if (end >= 0) close(end);
    end = -1;
  }
};

// Lowers the soft limit for the child that is spawned meanwhile.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(std::optional<std::uint64_t> bytes) {
    getrlimit(RLIMIT_FSIZE, &before_);
    if (!bytes) return;
    rlimit limit = before_;
    limit.rlim_cur = *bytes;
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &before_); }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit before_{};
};

std::vector<std::string> environment_of(const ProcessOptions& options) {
  std::vector<std::string> out = {"TERM=xterm"};
  bool has_locale = false;
  bool has_path = false;
  bool has_date = false;
  for (const auto& [name, value] : options.environment) {
    out.push_back(name + "=" + value);
    has_date = has_date || name == "SOURCE_DATE_EPOCH";
    has_path = has_path || name == "PATH";
    has_locale = has_locale || name == "LC_ALL";
  }
  if (!has_locale) out.emplace_back("LC_ALL=C");
  if (!has_path) out.emplace_back("PATH=/usr/bin:/bin");
  if (!has_date) out.emplace_back("SOURCE_DATE_EPOCH=1795219200");  // 2026-11-21
  return out;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

pid_t spawn(const std::vector<std::string>& arguments, const ProcessOptions& options,
            const Pipe& out, const Pipe& err) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addchdir_np(&actions, options.directory.c_str());
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, options.stdin_file.c_str(), O_RDONLY, 0);
  if (options.stdout_file.empty()) {
    posix_spawn_file_actions_adddup2(&actions, out.write_end, STDOUT_FILENO);
  } else {
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, options.stdout_file.c_str(),
                                     O_WRONLY | O_CREAT, 0666);
  }
  posix_spawn_file_actions_adddup2(&actions, err.write_end, STDERR_FILENO);
  std::vector<std::string> words = {options.program.empty() ? RUNBOOKC_BINARY : options.program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> environment = environment_of(options);
  pid_t child = -1;
  const FileSizeLimit limit(options.file_size_limit);
  const int failure = posix_spawnp(&child, words.front().c_str(), &actions, nullptr,
                                   pointers(words).data(), pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  REQUIRE(failure == 0);
  return child;
}

// Reads one of the pipes that has something; false when both are at their end.
bool read_some(std::array<pollfd, 2>& ends, std::array<std::string*, 2> texts) {
  if (poll(ends.data(), ends.size(), 100) < 0) return true;
  bool open = false;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    if (ends[i].revents != 0) {
      std::array<char, 65536> buffer{};
      const ssize_t count = read(ends[i].fd, buffer.data(), buffer.size());
      if (count > 0) {
        texts[i]->append(buffer.data(), static_cast<std::size_t>(count));
      } else {
        ends[i].fd = -1;  // poll() ignores it from now on
      }
    }
    open = open || ends[i].fd >= 0;
  }
  return open;
}

}  // namespace

ProcessResult run_tool(const std::vector<std::string>& arguments, const ProcessOptions& options) {
  Pipe out;
  Pipe err;
  if (options.close_stdout) Pipe::close_end(out.read_end);
  const pid_t child = spawn(arguments, options, out, err);
  Pipe::close_end(out.write_end);
  Pipe::close_end(err.write_end);
  ProcessResult result;
  std::array<pollfd, 2> ends = {pollfd{out.read_end, POLLIN, 0}, pollfd{err.read_end, POLLIN, 0}};
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  while (read_some(ends, {&result.out, &result.err})) {
    if (std::chrono::steady_clock::now() < deadline) continue;
    kill(child, SIGKILL);
    break;
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (WIFEXITED(status)) result.exit_code = WEXITSTATUS(status);
  return result;
}

struct RunningTool::Pipes {
  Pipe out;
  Pipe err;
};

RunningTool::RunningTool(const std::vector<std::string>& arguments, const ProcessOptions& options)
    : pipes_(std::make_unique<Pipes>()),
      child_(spawn(arguments, options, pipes_->out, pipes_->err)) {
  Pipe::close_end(pipes_->out.write_end);
  Pipe::close_end(pipes_->err.write_end);
}

RunningTool::~RunningTool() {
  if (child_ < 0) return;
  send(SIGKILL);
  waitpid(child_, nullptr, 0);
}

void RunningTool::send(int signal) const { kill(child_, signal); }

ProcessEnd RunningTool::wait() {
  ProcessEnd end;
  int status = 0;
  waitpid(std::exchange(child_, -1), &status, 0);
  if (WIFEXITED(status)) end.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) end.signal = WTERMSIG(status);
  std::array<pollfd, 2> ends = {pollfd{pipes_->out.read_end, POLLIN, 0},
                                pollfd{pipes_->err.read_end, POLLIN, 0}};
  while (read_some(ends, {&end.out, &end.err})) {
  }
  return end;
}

ProcessResult run_in(const std::string& directory, const std::vector<std::string>& arguments) {
  ProcessOptions options;
  options.directory = directory;
  return run_tool(arguments, options);
}

}  // namespace runbookc
