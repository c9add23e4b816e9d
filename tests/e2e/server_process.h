// `runbookc serve`, running, and what a browser would ask of it.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace runbookc {

class ServerProcess {
 public:
  // Starts the real program in `directory` at any free port, and waits until it says where it is.
  explicit ServerProcess(const std::string& directory, std::vector<std::string> arguments = {});
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;
  ~ServerProcess();  // ends it, if need be by force

  std::uint16_t port() const { return port_; }
  // The whole answer to a request as it stands; the connection is closed by the request's wish.
  std::string send(const std::string& request) const;
  // GET `path`, with the right host or another one.
  std::string get(const std::string& path, const std::string& host = "") const;
  // Asks for `path` until the answer holds `text`; false if it does not within ten seconds.
  bool comes_to_hold(const std::string& path, const std::string& text) const;

  // What the program has printed so far.
  std::string out();
  std::string err();
  bool comes_to_say(const std::string& text);  // on standard error

  // Sends it a signal and waits; its exit code, or -1.
  int end(int signal);

 private:
  void read_outputs();
  bool wait_for(const std::function<bool()>& condition) const;

  pid_t child_ = -1;
  int out_pipe_ = -1;
  int err_pipe_ = -1;
  std::string out_;
  std::string err_;
  std::uint16_t port_ = 0;
};

}  // namespace runbookc
