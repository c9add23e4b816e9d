// One connection of the HTTP server: bytes in, bytes out, one request after another.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "serve/http_request.h"

namespace runbookc {

enum class ConnectionState : std::uint8_t { reading, waiting, writing, finished };

class Connection {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // Takes the socket, which must not block.
  Connection(int socket, Time now) : socket_(socket), since_(now) {}
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  int socket() const { return socket_; }
  ConnectionState state() const { return state_; }
  Time since() const { return since_; }  // when the present state began, or last got on
  bool is_idle() const { return state_ == ConnectionState::reading && input_.empty(); }

  // Takes in what has arrived. A connection that ends, fails or sends too much is finished, unless
  // it still has an answer to get.
  void receive(Time now);
  // The next request, if `reading` and its head is there: a size of 0 if it is not. It is taken out
  // of the input.
  RequestHead take_request();
  void wait(Time now);
  // Sends `bytes`, as far as they are taken now; then the connection reads on, or, with `last`, is
  // finished.
  void answer(std::string bytes, bool last, Time now);
  void send_more(Time now);

 private:
  void finish_answer(Time now);

  int socket_;
  Time since_;
  ConnectionState state_ = ConnectionState::reading;
  std::string input_;
  bool input_ended_ = false;
  std::string output_;
  std::size_t sent_ = 0;
  bool last_ = false;
};

}  // namespace runbookc
