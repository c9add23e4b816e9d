#include "base/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>

#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::size_t kErrorLimit = std::size_t{64} * 1024;
constexpr int kPollMilliseconds = 100;

class Pipe {
 public:
  Pipe() : open_(::pipe2(ends_.data(), O_CLOEXEC) == 0) {}
  ~Pipe() {
    close_end(0);
    close_end(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  bool open() const { return open_; }
  int reader() const { return ends_[0]; }
  int writer() const { return ends_[1]; }
  void close_writer() { close_end(1); }

 private:
  void close_end(std::size_t end) {
    if (ends_.at(end) >= 0) ::close(ends_.at(end));
    ends_.at(end) = -1;
  }

  std::array<int, 2> ends_{-1, -1};
  bool open_;
};

// What a program reads: a file in memory, so that nobody has to write while it runs.
class Input {
 public:
  explicit Input(std::string_view text) {
    if (text.empty()) return;
    descriptor_ = ::memfd_create("input", MFD_CLOEXEC);
    complete_ = descriptor_ >= 0 && write_all(text) && ::lseek(descriptor_, 0, SEEK_SET) == 0;
  }
  ~Input() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  bool complete() const { return complete_; }
  int descriptor() const { return descriptor_; }  // -1: there is nothing to read

 private:
  bool write_all(std::string_view text) const {
    while (!text.empty()) {
      const ssize_t count = ::write(descriptor_, text.data(), text.size());
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) return false;
      text.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }

  int descriptor_ = -1;
  bool complete_ = true;
};

// What the child does between fork and exec, and which signals it starts with.
class SpawnSetup {
 public:
  SpawnSetup(const std::string& folder, const Input& in, const Pipe& out, const Pipe& err) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str());
    if (in.descriptor() < 0) {
      ::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    } else {
      ::posix_spawn_file_actions_adddup2(&actions_, in.descriptor(), STDIN_FILENO);
    }
    ::posix_spawn_file_actions_adddup2(&actions_, out.writer(), STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions_, err.writer(), STDERR_FILENO);
    ::posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
    ::posix_spawnattr_init(&attributes_);
    sigset_t none;
    ::sigemptyset(&none);
    ::posix_spawnattr_setsigmask(&attributes_, &none);
    sigset_t broken_pipe;
    ::sigemptyset(&broken_pipe);
    ::sigaddset(&broken_pipe, SIGPIPE);
    ::posix_spawnattr_setsigdefault(&attributes_, &broken_pipe);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  ~SpawnSetup() {
    ::posix_spawn_file_actions_destroy(&actions_);
    ::posix_spawnattr_destroy(&attributes_);
  }
  SpawnSetup(const SpawnSetup&) = delete;
  SpawnSetup& operator=(const SpawnSetup&) = delete;

  const posix_spawn_file_actions_t* actions() const { return &actions_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

Error cannot_run(const ProgramCall& call, std::string_view reason) {
  return {"cannot run " + call.program + ": " + std::string(reason), ""};
}

// The child, until it has ended: it is killed if nobody waits for it.
class Child {
 public:
  explicit Child(pid_t pid) : pid_(pid) {}
  ~Child() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    wait();
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  int wait() {
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t pid_;
};

Result<pid_t> spawn(const ProgramCall& call, const Input& in, const Pipe& out, const Pipe& err) {
  const SpawnSetup setup(call.folder, in, out, err);
  std::vector<std::string> words = {call.program};
  words.insert(words.end(), call.arguments.begin(), call.arguments.end());
  std::vector<std::string> environment = call.environment;
  pid_t pid = -1;
  const int failure = ::posix_spawn(&pid, call.program.c_str(), setup.actions(), setup.attributes(),
                                    pointers(words).data(), pointers(environment).data());
  if (failure != 0) return cannot_run(call, ::strerrordesc_np(failure));
  return pid;
}

// One read of a descriptor that has something: what came; empty at the end.
std::string read_once(int descriptor) {
  std::string bytes(65536, '\0');
  ssize_t got = -1;
  do {
    got = ::read(descriptor, bytes.data(), bytes.size());
  } while (got < 0 && errno == EINTR);
  bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  return bytes;
}

void take_output(const ProgramCall& call, const std::string& bytes, ProgramOutput& output) {
  if (call.take) {
    call.take(bytes);
  } else {
    output.out += bytes;
  }
}

// Reads both pipes to their ends; what is wrong with the program if that takes too much or too
// long.
Result<ProgramOutput> read_all(const ProgramCall& call, const Pipe& out, const Pipe& err) {
  ProgramOutput output;
  const auto deadline = std::chrono::steady_clock::now() + call.patience;
  std::array<pollfd, 2> ends = {pollfd{out.reader(), POLLIN, 0}, pollfd{err.reader(), POLLIN, 0}};
  while (ends[0].fd >= 0 || ends[1].fd >= 0) {
    if (std::chrono::steady_clock::now() > deadline) return cannot_run(call, "it takes too long");
    if (::poll(ends.data(), ends.size(), kPollMilliseconds) <= 0) continue;
    for (pollfd& end : ends) {
      if (end.fd < 0 || end.revents == 0) continue;
      const std::string bytes = read_once(end.fd);
      if (bytes.empty()) end.fd = -1;  // poll() passes it over from now on
      if (&end == ends.data()) {
        take_output(call, bytes, output);
      } else {
        output.err += bytes;
      }
    }
    output.err.resize(std::min(output.err.size(), kErrorLimit));
    if (output.out.size() > call.output_limit) return cannot_run(call, "it prints too much");
  }
  return output;
}

}  // namespace

Result<ProgramOutput> run_program(const ProgramCall& call) {
  Pipe out;
  Pipe err;
  if (!out.open() || !err.open()) return cannot_run(call, "no more files can be opened");
  const Input in(call.input);
  if (!in.complete()) return cannot_run(call, "there is no memory for what it is to read");
  const Result<pid_t> pid = spawn(call, in, out, err);
  if (!pid) return pid.error();
  Child child(*pid);
  out.close_writer();
  err.close_writer();
  Result<ProgramOutput> output = read_all(call, out, err);
  if (output) output.value().exit_code = child.wait();
  return output;
}

std::string find_program(std::string_view name, std::string_view search_path) {
  for (const std::string_view folder : split(search_path, ':')) {
    if (!folder.starts_with('/')) continue;
    const std::string path = std::string(folder) + "/" + std::string(name);
    struct stat status{};
    const bool is_file = ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
    if (is_file && ::access(path.c_str(), X_OK) == 0) return path;
  }
  return "";
}

}  // namespace runbookc
