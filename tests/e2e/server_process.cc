#include "e2e/server_process.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "e2e/process.h"

namespace runbookc {
namespace {

constexpr auto kPatience = std::chrono::seconds(20);
constexpr auto kPause = std::chrono::milliseconds(5);
const std::string kUrl = "http://127.0.0.1:";

std::array<int, 2> new_pipe() {
  std::array<int, 2> ends{};
  REQUIRE(pipe2(ends.data(), O_CLOEXEC) == 0);
  fcntl(ends[0], F_SETFL, O_NONBLOCK);
  return ends;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

void read_into(int descriptor, std::string& text) {
  for (;;) {
    std::array<char, 4096> buffer{};
    const ssize_t count = read(descriptor, buffer.data(), buffer.size());
    if (count <= 0) return;
    text.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace

ServerProcess::ServerProcess(const std::string& directory, std::vector<std::string> arguments) {
  const auto out = new_pipe();
  const auto err = new_pipe();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addchdir_np(&actions, directory.c_str());
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err[1], STDERR_FILENO);
  std::vector<std::string> words = {RUNBOOKC_BINARY, "serve", "--port", "0"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> environment = {"LC_ALL=C", "PATH=/usr/bin:/bin",
                                          "SOURCE_DATE_EPOCH=1795219200"};  // 2026-11-21
  REQUIRE(posix_spawn(&child_, words.front().c_str(), &actions, nullptr, pointers(words).data(),
                      pointers(environment).data()) == 0);
  posix_spawn_file_actions_destroy(&actions);
  close(out[1]);
  close(err[1]);
  out_pipe_ = out[0];
  err_pipe_ = err[0];
  const bool started = wait_for([this] {
    read_outputs();
    const auto url = out_.find(kUrl);
    return url != std::string::npos && out_.find('/', url + kUrl.size()) != std::string::npos;
  });
  INFO(err_);
  REQUIRE(started);
  port_ = static_cast<std::uint16_t>(std::stoi(out_.substr(out_.find(kUrl) + kUrl.size())));
}

ServerProcess::~ServerProcess() {
  if (child_ > 0) {
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
  }
  close(out_pipe_);
  close(err_pipe_);
}

bool ServerProcess::wait_for(const std::function<bool()>& condition) const {
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(kPause);
  }
  return true;
}

void ServerProcess::read_outputs() {
  read_into(out_pipe_, out_);
  read_into(err_pipe_, err_);
}

std::string ServerProcess::out() {
  read_outputs();
  return out_;
}

std::string ServerProcess::err() {
  read_outputs();
  return err_;
}

bool ServerProcess::comes_to_say(const std::string& text) {
  return wait_for([&] { return contains(err(), text); });
}

std::string ServerProcess::send(const std::string& request) const {
  const int connection = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port_);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  REQUIRE(connect(connection, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  REQUIRE(::send(connection, request.data(), request.size(), MSG_NOSIGNAL) ==
          static_cast<ssize_t>(request.size()));
  std::string answer;
  read_into(connection, answer);
  close(connection);
  return answer;
}

std::string ServerProcess::get(const std::string& path, const std::string& host) const {
  const std::string named = host.empty() ? "localhost:" + std::to_string(port_) : host;
  return send("GET " + path + " HTTP/1.1\r\nHost: " + named + "\r\nConnection: close\r\n\r\n");
}

bool ServerProcess::comes_to_hold(const std::string& path, const std::string& text) const {
  return wait_for([&] { return contains(get(path), text); });
}

int ServerProcess::end(int signal) {
  REQUIRE(kill(child_, signal) == 0);
  int status = 0;
  const bool ended = wait_for([&] { return waitpid(child_, &status, WNOHANG) == child_; });
  if (!ended) return -1;
  child_ = -1;
  read_outputs();
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace runbookc
