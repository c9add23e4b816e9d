#include "serve/connection.h"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace runbookc {
namespace {

bool would_block(int error) { return error == EAGAIN || error == EWOULDBLOCK; }

}  // namespace

Connection::~Connection() { ::close(socket_); }

void Connection::receive(Time now) {
  std::array<char, kMostHeadBytes> buffer{};
  while (input_.size() <= kMostHeadBytes) {
    const ssize_t count = ::recv(socket_, buffer.data(), buffer.size(), 0);
    if (count > 0) {
      if (is_idle()) since_ = now;  // a request begins
      input_.append(buffer.data(), static_cast<std::size_t>(count));
      continue;
    }
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && would_block(errno)) return;
    input_ended_ = true;
    // Who waits and has gone needs no answer; who asked and said so still does.
    if (count < 0 || state_ == ConnectionState::waiting || input_.empty()) {
      state_ = ConnectionState::finished;
    }
    return;
  }
  if (state_ == ConnectionState::waiting) state_ = ConnectionState::finished;
}

RequestHead Connection::take_request() {
  RequestHead head = read_request_head(input_);
  if (head.size == 0 && input_ended_) state_ = ConnectionState::finished;
  input_.erase(0, head.size);
  return head;
}

void Connection::wait(Time now) {
  state_ = ConnectionState::waiting;
  since_ = now;
}

void Connection::answer(std::string bytes, bool last, Time now) {
  state_ = ConnectionState::writing;
  since_ = now;
  output_ = std::move(bytes);
  sent_ = 0;
  last_ = last || input_ended_;
  send_more(now);
}

void Connection::send_more(Time now) {
  while (sent_ < output_.size()) {
    const ssize_t count =
        ::send(socket_, output_.data() + sent_, output_.size() - sent_, MSG_NOSIGNAL);
    if (count > 0) {
      sent_ += static_cast<std::size_t>(count);
      since_ = now;
    } else if (errno != EINTR) {
      if (!would_block(errno)) state_ = ConnectionState::finished;
      return;
    }
  }
  finish_answer(now);
}

void Connection::finish_answer(Time now) {
  output_.clear();
  state_ = last_ ? ConnectionState::finished : ConnectionState::reading;
  since_ = now;
}

}  // namespace runbookc
